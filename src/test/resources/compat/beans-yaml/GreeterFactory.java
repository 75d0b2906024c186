package com.acme;

public class GreeterFactory {
    public static Greeter create(String word) {
        return new Greeter(word, 1);
    }
}
