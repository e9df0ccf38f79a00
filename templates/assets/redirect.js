// A former address leads on with what follows it: a saved link to a judgement reaches the judgement, and a campaign keeps its query.
location.replace(document.currentScript.dataset.to + location.search + location.hash);
