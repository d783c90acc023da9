package studio.backprop.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import studio.backprop.generative.RoundLog.Count;
import studio.backprop.train.record.CurveColumns;

/**
 * GAN metrics for the curves, in addition to {@link StepRows}: generator loss and mode coverage.
 *
 * @param loss consecutive pieces of the generator's loss curve
 * @param last generator loss of the last round; NaN if not computed
 * @param modes mode coverage by round
 */
public record RoundRows(List<CurveColumns> loss, double last, NavigableMap<Long, Count> modes) {
  public static final RoundRows NONE = new RoundRows(List.of(), Double.NaN, Collections.emptyNavigableMap());

  /** Limit above the number of pieces of a curve and of counts of a run. */
  private static final int MAX_ENTRIES = 1 << 12;

  private static final int COUNT_BYTES = Long.BYTES + 2 * Integer.BYTES + Double.BYTES;
  private static final int PIECE_BYTES = 2 * Integer.BYTES;

  public RoundRows {
    loss = List.copyOf(loss);
    modes = Collections.unmodifiableNavigableMap(new TreeMap<>(modes));
  }

  public boolean isEmpty() {
    return loss.isEmpty() && modes.isEmpty();
  }

  byte[] write() {
    int bytes = 2 * Integer.BYTES + Double.BYTES + modes.size() * COUNT_BYTES
        + loss.stream().mapToInt(piece -> PIECE_BYTES + piece.count() * CurveColumns.BYTES).sum();
    ByteBuffer to = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    to.putInt(modes.size());
    modes.forEach((round, count) -> to.putLong(round).putInt(count.covered()).putInt(count.of()).putDouble(count.share()));
    to.putInt(loss.size());
    for (CurveColumns piece : loss) {
      piece.write(to.putInt(piece.each()).putInt(piece.count()));
    }
    return to.putDouble(last).array();
  }

  /** Invalid counts and columns are dropped: a damaged curve does not make a project unreadable. */
  static RoundRows read(byte[] section) throws StoreProblem {
    ByteBuffer from = ByteBuffer.wrap(section).order(ByteOrder.LITTLE_ENDIAN);
    NavigableMap<Long, Count> modes = new TreeMap<>();
    for (int left = count(from, COUNT_BYTES); left > 0; left--) {
      Map.Entry<Long, Count> read = Map.entry(from.getLong(), new Count(from.getInt(), from.getInt(), from.getDouble()));
      if (isSound(read.getKey(), read.getValue())) {
        modes.put(read.getKey(), read.getValue());
      }
    }
    List<CurveColumns> loss = new ArrayList<>();
    for (int left = count(from, PIECE_BYTES); left > 0; left--) {
      loss.add(piece(from));
    }
    if (from.remaining() != Double.BYTES) {
      throw damaged();
    }
    return new RoundRows(loss, from.getDouble(), modes);
  }

  private static boolean isSound(long round, Count count) {
    return round >= 0 && count.of() > 0 && count.covered() >= 0 && count.covered() <= count.of()
        && count.share() >= 0 && count.share() <= 1;
  }

  private static CurveColumns piece(ByteBuffer from) throws StoreProblem {
    if (from.remaining() < PIECE_BYTES) {
      throw damaged();
    }
    int each = from.getInt();
    int columns = from.getInt();
    if (each < 1 || columns < 0 || columns > CurveColumns.MOST || from.remaining() < columns * CurveColumns.BYTES) {
      throw damaged();
    }
    return CurveColumns.read(each, columns, from);
  }

  /** Reads a count, limited by the rest of the section. */
  private static int count(ByteBuffer from, int bytes) throws StoreProblem {
    int count = from.remaining() < Integer.BYTES ? -1 : from.getInt();
    if (count < 0 || count > MAX_ENTRIES || from.remaining() < (long) count * bytes) {
      throw damaged();
    }
    return count;
  }

  private static StoreProblem damaged() {
    return StoreProblem.of("store.section", Section.ROUNDS.file());
  }
}
