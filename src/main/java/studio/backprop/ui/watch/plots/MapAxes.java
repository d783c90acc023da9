package studio.backprop.ui.watch.plots;

import studio.backprop.environment.Environment;

/** Which two numbers of a state a policy map has: from left to right, and upwards. */
record MapAxes(int across, int up) {
  /** The last two, of which most depends: a pole's angle and its speed. */
  static MapAxes usual(Environment world) {
    int count = world.observed().size();
    int across = count > 2 ? count - 2 : 0;
    return new MapAxes(across, Math.min(count - 1, across + 1));
  }

  /** Whether a world has such numbers. */
  boolean fits(Environment world) {
    return across < world.observed().size() && up < world.observed().size();
  }

  /** Whether there are two. */
  boolean span() {
    return across != up;
  }

  /** The next number on one of the axes, of those that the other one does not have. @param upwards which axis */
  MapAxes next(boolean upwards, Environment world) {
    int count = world.observed().size();
    int other = upwards ? across : up;
    int next = ((upwards ? up : across) + 1) % count;
    next = next == other ? (next + 1) % count : next;
    return upwards ? new MapAxes(across, next) : new MapAxes(next, up);
  }
}
