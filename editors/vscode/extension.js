// Starts the language server of the desk that is open, and opens its preview. All else is said by the server.
const fs = require("fs");
const path = require("path");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

function folder() {
  const all = vscode.workspace.workspaceFolders || [];
  const desk = all.find((one) => fs.existsSync(path.join(one.uri.fsPath, "mkdocs.yml"))) || all[0];
  return desk && desk.uri.fsPath;
}

function program() {
  const said = vscode.workspace.getConfiguration("spotbrief").get("command");
  const own = process.platform === "win32" ? path.join(".venv", "Scripts", "spotbrief.exe") : path.join(".venv", "bin", "spotbrief");
  const here = path.join(folder() || ".", own);
  return said || (fs.existsSync(here) ? here : "spotbrief");
}

async function start() {
  const run = { command: program(), args: ["lsp"], options: { cwd: folder() } };
  const documentSelector = ["markdown", "yaml"].map((language) => ({ scheme: "file", language }));
  client = new LanguageClient("spotbrief", "Spotbrief", run, { documentSelector });
  try {
    await client.start();
  } catch (error) {
    const hint = `Spotbrief cannot be started (${error.message}). Install it with: pip install "spotbrief[lsp]"`;
    vscode.window.showErrorMessage(hint);
  }
}

async function stop() {
  if (client && client.isRunning()) await client.stop();
}

function preview() {
  const address = vscode.workspace.getConfiguration("spotbrief").get("address");
  const name = "Spotbrief preview";
  if (!vscode.window.terminals.some((one) => one.name === name && !one.exitStatus)) {
    const shellArgs = ["serve", "--address", address];
    vscode.window.createTerminal({ name, cwd: folder(), shellPath: program(), shellArgs }).show(true);
  }
  setTimeout(() => vscode.commands.executeCommand("simpleBrowser.show", `http://${address}/`), 3000);
}

exports.activate = async (context) => {
  const restart = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(vscode.commands.registerCommand("spotbrief.preview", preview));
  context.subscriptions.push(vscode.commands.registerCommand("spotbrief.restart", restart));
  await start();
};

exports.deactivate = stop;
