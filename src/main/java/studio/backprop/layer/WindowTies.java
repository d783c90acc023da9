package studio.backprop.layer;

import java.util.BitSet;
import java.util.List;
import studio.backprop.op.Sweep;

/**
 * The ties of a window that sweeps over planes: every answer is made from what its window covers, in all planes of its group.
 *
 * @param down how the window sweeps along the height, or along time
 * @param across along the width
 * @param groups parts into which the planes are cut
 * @param planes in a part of what is swept over
 * @param stops planes in a part of what the stops of the window make
 * @param planesLast whether the number of a plane counts fastest, as the features of a sequence do
 */
record WindowTies(Sweep down, Sweep across, int groups, int planes, int stops, boolean planesLast) implements Ties {
  private static final Sweep POINT = new Sweep(1, 1, 1, 1, 0, 0);

  /** Over images of that many channels. */
  static WindowTies images(Sweep down, Sweep across, int groups, int channels, int filters) {
    return new WindowTies(down, across, groups, channels / groups, filters / groups, false);
  }

  /** Over a sequence of that many features. */
  static WindowTies sequence(Sweep along, int groups, int features, int filters) {
    return new WindowTies(along, POINT, groups, features / groups, filters / groups, true);
  }

  /** For a layer that runs the window backwards: it reads at the stops and writes what the window covers. */
  Ties backwards() {
    WindowTies forwards = this;
    return new Ties() {
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

  @Override
  public List<BitSet> sources(BitSet answers) {
    BitSet covered = new BitSet();
    BitSet seen = new BitSet();
    for (int answer = answers.nextSetBit(0); answer >= 0; answer = answers.nextSetBit(answer + 1)) {
      Place place = place(answer, down.steps(), across.steps(), groups * stops);
      int stop = (place.plane / stops * down.steps() + place.row) * across.steps() + place.column;
      if (!seen.get(stop)) {
        seen.set(stop);
        cover(place.plane / stops, place.row, place.column, covered);
      }
    }
    return List.of(covered);
  }

  private void cover(int group, int row, int column, BitSet covered) {
    for (int tap = 0; tap < down.kernel(); tap++) {
      int y = down.first(row) + tap * down.dilation();
      for (int other = 0; y >= 0 && y < down.size() && other < across.kernel(); other++) {
        int x = across.first(column) + other * across.dilation();
        if (x >= 0 && x < across.size()) {
          mark(covered, group * planes, planes, y, x, down.size(), across.size(), groups * planes);
        }
      }
    }
  }

  @Override
  public BitSet answers(int input, BitSet numbers) {
    BitSet answers = new BitSet();
    BitSet seen = new BitSet();
    for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
      Place place = place(number, down.size(), across.size(), groups * planes);
      int at = (place.plane / planes * down.size() + place.row) * across.size() + place.column;
      if (!seen.get(at)) {
        seen.set(at);
        meet(place.plane / planes, place.row, place.column, answers);
      }
    }
    return answers;
  }

  /** All stops at which the window looks at a place. */
  private void meet(int group, int y, int x, BitSet answers) {
    for (int tap = 0; tap < down.kernel(); tap++) {
      int row = stop(down, y, tap);
      for (int other = 0; row >= 0 && other < across.kernel(); other++) {
        int column = stop(across, x, other);
        if (column >= 0) {
          mark(answers, group * stops, stops, row, column, down.steps(), across.steps(), groups * stops);
        }
      }
    }
  }

  /** The stop at which a tap looks at a place; below 0 where there is none. */
  private static int stop(Sweep sweep, int place, int tap) {
    int moved = place + sweep.before() - tap * sweep.dilation();
    int stop = Math.floorDiv(moved, sweep.stride());
    return Math.floorMod(moved, sweep.stride()) == 0 && stop < sweep.steps() ? stop : -1;
  }

  /** Marks some planes at one place. */
  private void mark(BitSet set, int first, int count, int row, int column, int rows, int columns, int all) {
    if (planesLast) {
      int at = (row * columns + column) * all + first;
      set.set(at, at + count);
    } else {
      for (int plane = first; plane < first + count; plane++) {
        set.set((plane * rows + row) * columns + column);
      }
    }
  }

  private record Place(int plane, int row, int column) {}

  private Place place(int number, int rows, int columns, int all) {
    int point = planesLast ? number / all : number % (rows * columns);
    return new Place(planesLast ? number % all : number / (rows * columns), point / columns, point % columns);
  }
}
