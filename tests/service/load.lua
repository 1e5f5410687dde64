-- What a recruiter's browser asks for, for wrk: a search, then four resumes of it. README of the example service says how to run it.
local session = os.getenv("SESSION")
local words = { "", "工程师", "销售 客户", "护士", "python", "java 后端", "会计", "manager" }
local found, asked = { "r-20260412-7f3a" }, 0

local function escaped(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

request = function()
  asked = asked + 1
  local path
  if asked % 5 == 1 then
    path = "/api/search?q=" .. escaped(words[math.random(#words)])
  else
    path = "/resumes/" .. found[math.random(#found)]
  end
  return wrk.format("GET", path, { ["Cookie"] = "session=" .. session, ["Host"] = wrk.host .. ":" .. wrk.port })
end

response = function(status, headers, body)
  for id in body:gmatch('"id":"(r%-[%w%-]+)","display_name"') do
    found[#found + 1] = id
  end
end

done = function(summary, latency)
  print(string.format("answers that are no 200: %d", summary.errors.status))
  print(string.format("99.9 in 100 within %.0f ms, the slowest %.0f ms", latency:percentile(99.9) / 1000, latency.max / 1000))
end
