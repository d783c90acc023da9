package studio.backprop.app;

import studio.backprop.ui.learn.pad.PadModel;

/** Simulated hand that draws an eight on the pad, one point a frame. */
final class Scribble {
  /** Points of one eight: about a second. */
  private static final int ROUND = 60;

  private final PadModel pad;
  private int at;

  Scribble(PadModel pad) {
    this.pad = pad;
  }

  void move() {
    double way = 2 * Math.PI * (at % ROUND) / ROUND;
    double x = 0.5 + 0.22 * Math.sin(2 * way);
    double y = 0.5 - 0.35 * Math.cos(way);
    if (at % ROUND == 0) {
      pad.clear();
      pad.press(x, y);
    } else {
      pad.move(x, y);
    }
    at++;
  }
}
