package com.acme;

public class Started {
    private boolean begun;

    public void begin() {
        begun = true;
    }

    public void end() {
        begun = false;
    }

    public boolean isBegun() {
        return begun;
    }
}
