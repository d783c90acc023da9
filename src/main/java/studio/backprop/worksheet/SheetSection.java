package studio.backprop.worksheet;

import java.util.List;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * Group of lines below one heading.
 *
 * @param title empty to continue below the same heading
 * @param columns of lines side by side
 * @param heads of the columns; empty where each line has its formula beside it
 * @param rows their heads; may be empty
 * @param lines row by row
 * @param grid whether the lines are blanks in a grid, without their formulas
 */
public record SheetSection(
    Optional<Message> title, int columns, List<Message> heads, List<Message> rows, List<SheetLine> lines, boolean grid) {
  public SheetSection {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
    lines = List.copyOf(lines);
  }

  public static SheetSection list(String title, int columns, List<SheetLine> lines) {
    return new SheetSection(Optional.of(Message.of("worksheet.part." + title)), columns, List.of(), List.of(), lines, false);
  }

  /** More lines below the same heading. */
  public static SheetSection further(int columns, List<SheetLine> lines) {
    return new SheetSection(Optional.empty(), columns, List.of(), List.of(), lines, false);
  }

  /** Grid of blanks without formulas. */
  public static SheetSection grid(String title, int columns, List<SheetLine> lines) {
    return new SheetSection(Optional.of(Message.of("worksheet.part." + title)), columns, List.of(), List.of(), lines, true);
  }

  /** Grid of blanks with heads. */
  public static SheetSection table(String title, List<Message> heads, List<Message> rows, List<SheetLine> lines) {
    return new SheetSection(Optional.of(Message.of("worksheet.part." + title)), heads.size(), heads, rows, lines, true);
  }
}
