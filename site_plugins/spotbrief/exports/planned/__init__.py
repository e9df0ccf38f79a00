"""What a build would refuse or warn of beside the texts: found before anything is built, by `check` and by the build alike."""
