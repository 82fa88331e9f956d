// join
