package com.acme;

public class Greeter {
    private final String word;
    private final int times;

    public Greeter(String word, int times) {
        this.word = word;
        this.times = times;
    }

    public String greet(String name) {
        return (word + " ").repeat(times) + name;
    }
}
