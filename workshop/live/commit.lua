-- Write a change if and only if head and slices are as they were read; remember the operation; raise the revision.
--
-- KEYS  1 head, 2 meta, 3 parts, 4 counts, 5 salts, 6 operation ids, 7… collections
-- ARGV  a list of numbers and strings, read in order by next():
--       session, channel ('' = tell nobody), run of the server ('' = any), head version expected,
--       operation `id:asked` ('' = none),
--       checks  n × (collection index, field, '1' and value | '0' and '')     '0': the field must be absent
--       head    '' | JSON, and its version
--       puts    n × (collection index, field, '1' and value | '0' and '')     '0': delete
--       counts  n × (name, delta)
--       parts   n × name
--       wipes   n × collection index
--       salts   n × (scope, salt)
--       epoch   '' | the epoch in which it was read: another one has other salts, so other slots
-- Returns {state, revision, epoch}, the epoch with 1 and 2: 1 written, 2 done before, 3 the id was used for something
-- else, 0 conflict, -1 no such session, -2 of another run: the server was started again, and what it may have lost has not been put right
-- yet. Remembered are `id:` and `id:asked`; by a version before this one, `id` alone.
local at = 0
local function next() at = at + 1; return ARGV[at] end
local function each(fields, act)
  for _ = 1, tonumber(next()) do
    local row = {}
    for i = 1, fields do row[i] = next() end
    act(row)
  end
end

local session, channel, run, expected, operation = next(), next(), next(), next(), next()
local meta = redis.call('HMGET', KEYS[2], 'version', 'rev', 'epoch', 'run')
if not meta[1] then return {-1, 0} end
if run ~= '' and meta[4] ~= run then return {-2, 0} end
local known = string.match(operation, '^[^:]*:')
if operation ~= '' then
  local before = redis.call('SMISMEMBER', KEYS[6], operation, string.sub(known, 1, -2), known)
  if before[1] == 1 or before[2] == 1 then return {2, tonumber(meta[2]), meta[3]} end
  if before[3] == 1 then return {3, tonumber(meta[2])} end
end

local epoch = ARGV[#ARGV]
local conflict = meta[1] ~= expected or (epoch ~= '' and meta[3] ~= epoch)
each(4, function(row)
  local now = redis.call('HGET', KEYS[6 + tonumber(row[1])], row[2])
  if row[3] == '1' then
    if now ~= row[4] then conflict = true end
  elseif now then conflict = true end
end)
if conflict then return {0, tonumber(meta[2])} end

local head, version = next(), next()
if head ~= '' then
  redis.call('SET', KEYS[1], head)
  redis.call('HSET', KEYS[2], 'version', version)
end
each(4, function(row)
  if row[3] == '1' then redis.call('HSET', KEYS[6 + tonumber(row[1])], row[2], row[4])
  else redis.call('HDEL', KEYS[6 + tonumber(row[1])], row[2]) end
end)
each(2, function(row)
  local now = redis.call('HINCRBY', KEYS[4], row[1], row[2])
  -- The most devices there ever were: who has left still counts among the people that a report tells of.
  if row[1] == 'devices' and now > tonumber(redis.call('HGET', KEYS[4], 'devices:most') or 0) then
    redis.call('HSET', KEYS[4], 'devices:most', now)
  end
end)

local moved = {}
each(1, function(row) moved[#moved + 1] = row[1] end)
each(1, function(row) redis.call('DEL', KEYS[6 + tonumber(row[1])]) end)
each(2, function(row) redis.call('HSETNX', KEYS[5], row[1], row[2]) end)
if operation ~= '' then redis.call('SADD', KEYS[6], known, operation) end
-- Workers look again by it, also at what moves no part. It is told to nobody, for it moves with every tap.
redis.call('HINCRBY', KEYS[2], 'writes', 1)
if #moved == 0 then return {1, tonumber(meta[2]), meta[3]} end

local rev = redis.call('HINCRBY', KEYS[2], 'rev', 1)
for _, part in ipairs(moved) do redis.call('HSET', KEYS[3], part, rev) end
if channel ~= '' then redis.call('PUBLISH', channel, session .. ' ' .. rev) end
return {1, rev, meta[3]}
