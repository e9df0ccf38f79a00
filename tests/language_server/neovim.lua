-- Neovim without settings: opens a file, types, and writes down what it shows. Arguments are in the environment.
local said = { diagnostics = {} }
local python, file, folder, out = vim.env.LSP_PYTHON, vim.env.LSP_FILE, vim.env.LSP_FOLDER, vim.env.LSP_OUT

local function finish()
  local written = io.open(out, "w")
  written:write(vim.fn.json_encode(said))
  written:close()
  vim.cmd("qall!")
end

local function wait(what, condition)
  if not vim.wait(60000, condition, 50) then
    said.failed = what
    finish()
  end
end

local function run()
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  local buffer = vim.api.nvim_get_current_buf()
  local client_id = vim.lsp.start_client({
    name = "spotbrief",
    cmd = { python, "-m", "spotbrief", "lsp" },
    cmd_cwd = folder,
    root_dir = folder,
  })
  vim.lsp.buf_attach_client(buffer, client_id)
  wait("the server", function()
    local client = vim.lsp.get_client_by_id(client_id)
    return client and client.initialized
  end)

  local function at(text)
    for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
      local _, column = line:find(text, 1, true)
      if column then
        vim.api.nvim_win_set_cursor(0, { number, column })
        return
      end
    end
  end

  local function asked(method)
    local params = vim.lsp.util.make_position_params(0, "utf-16")
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 60000) or {}
    for _, answer in pairs(answers) do
      return answer.result
    end
  end

  -- A letter too many is typed, and told of.
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  for number, line in ipairs(lines) do
    if line == "actors: [norway]" then
      vim.api.nvim_buf_set_lines(buffer, number - 1, number, false, { "actors: [norwayy]" })
    end
  end
  wait("a problem", function()
    return #vim.diagnostic.get(buffer) > 0
  end)
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(said.diagnostics, { line = one.lnum + 1, column = one.col, text = one.message })
  end

  at("[[nor")
  local offered = asked("textDocument/completion")
  said.offered = {}
  for _, item in ipairs(offered.items or offered) do
    table.insert(said.offered, item.label)
  end

  -- The mistake is taken back, and nothing is told any more.
  vim.cmd("undo")
  wait("no problem", function()
    return #vim.diagnostic.get(buffer) == 0
  end)

  at("actors: [nor")
  local hover = asked("textDocument/hover")
  said.hover = hover and hover.contents.value or ""
  local place = asked("textDocument/definition")
  said.definition = place and place.uri or ""

  -- A new id, everywhere in one step.
  local params = vim.lsp.util.make_position_params(0, "utf-16")
  params.newName = "norge"
  local answers = vim.lsp.buf_request_sync(buffer, "textDocument/rename", params, 60000) or {}
  for _, answer in pairs(answers) do
    if answer.error then
      said.failed = answer.error.message
    else
      vim.lsp.util.apply_workspace_edit(answer.result, "utf-16")
    end
  end
  vim.cmd("silent! wall")
end

xpcall(run, function(error)
  said.failed = debug.traceback(error)
end)
finish()
