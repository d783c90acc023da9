package studio.backprop.layer;

import java.util.BitSet;
import java.util.List;
import studio.backprop.op.WindowAxis;
import studio.backprop.setting.Size;

/**
 * Dependencies of a sliding window, within each group of planes.
 *
 * @param down sweep along the height, or along time
 * @param across sweep along the width
 * @param planes input planes per group
 * @param stops output planes per group
 * @param planesLast whether the plane is the fastest index, as the features of a sequence are
 */
record WindowTies(WindowAxis down, WindowAxis across, int groups, int planes, int stops, boolean planesLast) implements Ties {
  private static final WindowAxis POINT = new WindowAxis(1, 1, 1, 1, 0, 0);

  static WindowTies images(WindowAxis down, WindowAxis across, int groups, int channels, int filters) {
    return new WindowTies(down, across, groups, channels / groups, filters / groups, false);
  }

  static WindowTies sequence(WindowAxis along, int groups, int features, int filters) {
    return new WindowTies(along, POINT, groups, features / groups, filters / groups, true);
  }

  @Override
  public Reach reach() {
    return new Reach(new Size(down.reach(), across.reach()), new Size(down.stride(), across.stride()), Size.square(1), false);
  }

  /** For transposed layers: input and output exchanged. */
  Ties backwards() {
    WindowTies forwards = this;
    return new Ties() {
      @Override
      public Reach reach() {
        return new Reach(new Size(painting(down), painting(across)), Size.square(1), new Size(down.stride(), across.stride()), false);
      }

      @Override
      public List<BitSet> sources(BitSet answers) {
        return List.of(forwards.answers(0, answers));
      }

      @Override
      public BitSet answers(int input, BitSet numbers) {
        return forwards.sources(numbers).get(0);
      }
    };
  }

  /** Maximum number of stops that cover one place. */
  private static int painting(WindowAxis sweep) {
    return (sweep.reach() - 1) / sweep.stride() + 1;
  }

  @Override
  public List<BitSet> sources(BitSet answers) {
    BitSet points = gathered(answers, down.steps(), across.steps(), stops);
    BitSet covered = new BitSet();
    points.stream().forEach(point -> cover(point, covered));
    return List.of(spread(covered, down.size(), across.size(), planes));
  }

  @Override
  public BitSet answers(int input, BitSet numbers) {
    BitSet points = gathered(numbers, down.size(), across.size(), planes);
    BitSet met = new BitSet();
    points.stream().forEach(point -> meet(point, met));
    return spread(met, down.steps(), across.steps(), stops);
  }

  /** Places covered at a stop of a group. */
  private void cover(int stop, BitSet covered) {
    int column = stop % across.steps();
    int row = stop / across.steps() % down.steps();
    int group = stop / across.steps() / down.steps();
    for (int tap = 0; tap < down.kernel(); tap++) {
      int y = down.first(row) + tap * down.dilation();
      for (int other = 0; y >= 0 && y < down.size() && other < across.kernel(); other++) {
        int x = across.first(column) + other * across.dilation();
        if (x >= 0 && x < across.size()) {
          covered.set((group * down.size() + y) * across.size() + x);
        }
      }
    }
  }

  /** Stops that cover a place of a group. */
  private void meet(int place, BitSet met) {
    int x = place % across.size();
    int y = place / across.size() % down.size();
    int group = place / across.size() / down.size();
    for (int tap = 0; tap < down.kernel(); tap++) {
      int row = stop(down, y, tap);
      for (int other = 0; row >= 0 && other < across.kernel(); other++) {
        int column = stop(across, x, other);
        if (column >= 0) {
          met.set((group * down.steps() + row) * across.steps() + column);
        }
      }
    }
  }

  /** The stop at which a tap is at a place; negative where there is none. */
  private static int stop(WindowAxis sweep, int place, int tap) {
    int moved = place + sweep.before() - tap * sweep.dilation();
    int stop = Math.floorDiv(moved, sweep.stride());
    return Math.floorMod(moved, sweep.stride()) == 0 && stop < sweep.steps() ? stop : -1;
  }

  /** Union over the planes of each group, whose dependencies are equal. */
  private BitSet gathered(BitSet numbers, int rows, int columns, int perGroup) {
    int area = rows * columns;
    BitSet gathered = new BitSet();
    for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
      int plane = planesLast ? number % (groups * perGroup) : number / area;
      int point = planesLast ? number / (groups * perGroup) : number % area;
      gathered.set(plane / perGroup * area + point);
    }
    return gathered;
  }

  /** The same places in every plane of their groups. */
  private BitSet spread(BitSet places, int rows, int columns, int perGroup) {
    int area = rows * columns;
    BitSet spread = new BitSet();
    for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
      int first = place / area * perGroup;
      if (planesLast) {
        int at = place % area * groups * perGroup + first;
        spread.set(at, at + perGroup);
      } else {
        for (int plane = first; plane < first + perGroup; plane++) {
          spread.set(plane * area + place % area);
        }
      }
    }
    return spread;
  }
}
