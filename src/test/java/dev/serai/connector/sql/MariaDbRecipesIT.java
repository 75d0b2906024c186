package dev.serai.connector.sql;

/** The recipes with the driver of MariaDB. */
class MariaDbRecipesIT extends MariaDbRecipes {

    MariaDbRecipesIT() {
        super("mariadb");
    }
}
