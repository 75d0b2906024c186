package shop;

public record Order(String item, int count) {}
