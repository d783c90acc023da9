package studio.backprop.teaching.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.teaching.record.LessonAnswer.Correctness;

/**
 * One answer of one learner, as a row of the results table.
 *
 * @param group the class
 * @param lesson its id
 */
public record ResultRow(String group, String who, String lesson, LessonAnswer answer) {
  static final List<String> HEADER =
      List.of("class", "who", "lesson", "revision", "step", "asked", "answer", "right", "sure", "tries", "hints", "seconds");
  /** Cells that a spreadsheet would evaluate as a formula. */
  private static final String FORMULA = "[=+@-].*";
  private static final String NUMBER = "[+-]?[0-9.,]+(e[+-]?[0-9]+)?%?";

  List<String> cells() {
    return List.of(text(group), text(who), lesson, String.valueOf(answer.revision()), answer.step(), answer.asked(), text(answer.answer()),
        right(answer.outcome()), answer.sure() == 0 ? "" : String.valueOf(answer.sure()), String.valueOf(answer.tries()),
        String.valueOf(answer.hints()), String.format(Locale.ROOT, "%.1f", answer.seconds()));
  }

  private static String text(String cell) {
    return cell.matches(FORMULA) && !cell.matches(NUMBER) ? "'" + cell : cell;
  }

  private static String right(Correctness outcome) {
    return switch (outcome) {
      case RIGHT -> "yes";
      case WRONG -> "no";
      case SKIPPED -> "skipped";
    };
  }

  /** Parses a row; empty where it is none. */
  static Optional<ResultRow> of(List<String> cells) {
    if (cells.size() != HEADER.size()) {
      return Optional.empty();
    }
    try {
      Correctness outcome = switch (cells.get(7)) {
        case "yes" -> Correctness.RIGHT;
        case "no" -> Correctness.WRONG;
        default -> Correctness.SKIPPED;
      };
      int sure = cells.get(8).isEmpty() ? 0 : Integer.parseInt(cells.get(8));
      // a spreadsheet may have saved it with a decimal comma
      double seconds = Double.parseDouble(cells.get(11).replace(',', '.'));
      LessonAnswer answer = new LessonAnswer(Integer.parseInt(cells.get(3)), cells.get(4), cells.get(5), read(cells.get(6)), outcome, sure,
          Integer.parseInt(cells.get(9)), Integer.parseInt(cells.get(10)), seconds);
      return Optional.of(new ResultRow(read(cells.get(0)), read(cells.get(1)), cells.get(2), answer));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String read(String cell) {
    return cell.startsWith("'") && cell.substring(1).matches(FORMULA) ? cell.substring(1) : cell;
  }
}
