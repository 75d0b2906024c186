def words = ['from', 'a', 'script']
words.join(' ')
