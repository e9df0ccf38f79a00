"""The theme `spotbrief`: all its templates and styles come with the package `spotbrief`, which dresses ordinary pages under any theme."""
