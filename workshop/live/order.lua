-- Write hashes and sets anew in the order of their names, so that no table tells in which order it was filled.
--
-- KEYS  hashes (collections) and sets (operation ids) of one session
-- ARGV  for each: 'hash' or 'set'
for at, key in ipairs(KEYS) do
  if ARGV[at] == 'set' then
    local names = redis.call('SMEMBERS', key)
    table.sort(names)
    redis.call('DEL', key)
    for _, name in ipairs(names) do redis.call('SADD', key, name) end
  else
    local found, names, values = redis.call('HGETALL', key), {}, {}
    for i = 1, #found, 2 do
      names[#names + 1] = found[i]
      values[found[i]] = found[i + 1]
    end
    table.sort(names)
    redis.call('DEL', key)
    for _, name in ipairs(names) do redis.call('HSET', key, name, values[name]) end
  end
end
return #KEYS
