package dev.serai.connector.sql;

/** The recipes with the driver of MySQL, against MariaDB: no MySQL can be had for tests, and both speak one protocol. */
class MySqlRecipesIT extends MariaDbRecipes {

    MySqlRecipesIT() {
        super("mysql");
    }
}
