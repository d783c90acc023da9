package studio.backprop.ui.inside.lens.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import studio.backprop.ui.inside.lens.sheet.CellGrid.Mark;
import studio.backprop.ui.kit.Token;

/**
 * Elements of a tensor marked by a border.
 *
 * @param places row-major
 * @param winner the emphasized one, beside which the others are dashed
 */
record Rims(int[] places, OptionalInt winner, Token colour) {
  static final Rims NONE = new Rims(new int[0], OptionalInt.empty(), Token.ACCENT);

  /** Marks on a part of the sheets. */
  List<Mark> on(Sheets sheets, int part) {
    IntPredicate seen = place -> sheets.partOf(place) == part;
    List<Mark> marks = new ArrayList<>();
    IntStream.of(places).filter(seen).forEach(place -> marks.add(mark(place, sheets, part, colour, winner.isPresent())));
    winner.stream().filter(seen).forEach(place -> marks.add(mark(place, sheets, part, Token.TERM_RIM, false)));
    return marks;
  }

  private static Mark mark(int place, Sheets sheets, int part, Token colour, boolean dashed) {
    return new Mark(sheets.line(place) - sheets.top(part), sheets.column(place) - sheets.left(part), 1, 1, colour, dashed);
  }
}
