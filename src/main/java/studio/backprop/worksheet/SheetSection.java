package studio.backprop.worksheet;

import java.util.List;
import java.util.Optional;
import studio.backprop.text.Message;

/**
 * Lines that belong together, below one heading.
 *
 * @param title empty where the lines go on below the same heading
 * @param columns in which the lines stand side by side
 * @param heads of the columns; empty where each line has its formula beside it
 * @param rows their heads; empty where they need none
 * @param lines row by row
 * @param grid whether the lines are blanks in rows and columns, without their formulas
 */
public record SheetSection(
    Optional<Message> title, int columns, List<Message> heads, List<Message> rows, List<SheetLine> lines, boolean grid) {
  public SheetSection {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
    lines = List.copyOf(lines);
  }

  /** Lines with their formulas. */
  public static SheetSection list(String title, int columns, List<SheetLine> lines) {
    return new SheetSection(Optional.of(Message.of("worksheet.part." + title)), columns, List.of(), List.of(), lines, false);
  }

  /** More lines below the same heading. */
  public static SheetSection further(int columns, List<SheetLine> lines) {
    return new SheetSection(Optional.empty(), columns, List.of(), List.of(), lines, false);
  }

  /** Blanks in rows and columns, without formulas. */
  public static SheetSection grid(String title, int columns, List<SheetLine> lines) {
    return new SheetSection(Optional.of(Message.of("worksheet.part." + title)), columns, List.of(), List.of(), lines, true);
  }

  /** Blanks in rows and columns with heads. */
  public static SheetSection table(String title, List<Message> heads, List<Message> rows, List<SheetLine> lines) {
    return new SheetSection(Optional.of(Message.of("worksheet.part." + title)), heads.size(), heads, rows, lines, true);
  }
}
