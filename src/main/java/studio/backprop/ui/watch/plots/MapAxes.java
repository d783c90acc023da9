package studio.backprop.ui.watch.plots;

import studio.backprop.environment.Environment;

/** Indices of the two state variables of a policy map: horizontal and vertical. */
record MapAxes(int across, int up) {
  /** The last two, usually the most relevant: a pole's angle and its velocity. */
  static MapAxes usual(Environment world) {
    int count = world.observed().size();
    int across = count > 2 ? count - 2 : 0;
    return new MapAxes(across, Math.min(count - 1, across + 1));
  }

  /** Whether an environment has such variables. */
  boolean fits(Environment world) {
    return across < world.observed().size() && up < world.observed().size();
  }

  /** Whether they differ. */
  boolean span() {
    return across != up;
  }

  /** The next variable on one of the axes, skipping that of the other. @param upwards which axis */
  MapAxes next(boolean upwards, Environment world) {
    int count = world.observed().size();
    int other = upwards ? across : up;
    int next = ((upwards ? up : across) + 1) % count;
    next = next == other ? (next + 1) % count : next;
    return upwards ? new MapAxes(across, next) : new MapAxes(next, up);
  }
}
