package studio.backprop.lesson.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.backprop.data.draw.Drawing;
import studio.backprop.data.draw.Stroke;
import studio.backprop.data.draw.StrokePoint;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.text.Message;

/**
 * Parses and formats a drawing: points such as {@code 0.2,0.8}, in fractions of the side of the pad, and a slash where the pen is lifted. A
 * pixel of an example has its row first, as in checks.
 */
final class DrawingWords {
  private static final Pattern PLACE = Pattern.compile("(0|1|[01]?\\.\\d+),(0|1|[01]?\\.\\d+)");
  private static final Pattern PIXEL = Pattern.compile("(\\d{1,4}),(\\d{1,4})");
  private static final int MAX_POINTS = 300;

  private DrawingWords() {}

  /** Parses the arguments of {@code draw}. @throws LineFault on a syntax error */
  static LessonCommand command(CommandWords words) throws LineFault {
    CommandWords.Word word = words.next("lesson.command.draw");
    return switch (word.text()) {
      case "nothing" -> new LessonCommand.Draw(Drawing.EMPTY);
      case "example" -> new LessonCommand.DrawExample();
      case "pixel" -> pixel(words);
      default -> new LessonCommand.Draw(drawing(word, words));
    };
  }

  private static LessonCommand pixel(CommandWords words) throws LineFault {
    CommandWords.Word word = words.next("lesson.command.pixel");
    Matcher place = PIXEL.matcher(word.text());
    if (!place.matches()) {
      throw new LineFault(word.column(), Message.of("lesson.command.pixel"));
    }
    boolean off = !words.isAtEnd();
    if (off) {
      words.need("off");
    }
    return new LessonCommand.DrawPixel(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), !off);
  }

  private static Drawing drawing(CommandWords.Word first, CommandWords words) throws LineFault {
    CommandWords.Word word = first;
    List<Stroke> strokes = new ArrayList<>();
    List<StrokePoint> line = new ArrayList<>();
    for (int count = 1; ; count++) {
      if (count > MAX_POINTS) {
        throw new LineFault(word.column(), Message.of("lesson.command.draw_many", MAX_POINTS));
      }
      if (word.text().equals("/") && !line.isEmpty()) {
        strokes.add(new Stroke(line));
        line.clear();
      } else {
        line.add(place(word));
      }
      if (words.isAtEnd()) {
        break;
      }
      word = words.next("lesson.command.draw");
    }
    if (!line.isEmpty()) {
      strokes.add(new Stroke(line));
    }
    return new Drawing(strokes);
  }

  /** Formats a drawing as arguments of {@code draw}. */
  static String line(Drawing drawing) {
    return drawing.isEmpty() ? "nothing" : drawing.strokes().stream().map(stroke -> stroke.points().stream()
        .map(point -> plain(point.x()) + "," + plain(point.y())).collect(Collectors.joining(" "))).collect(Collectors.joining(" / "));
  }

  private static String plain(double value) {
    return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
  }

  private static StrokePoint place(CommandWords.Word word) throws LineFault {
    Matcher place = PLACE.matcher(word.text());
    if (!place.matches()) {
      throw new LineFault(word.column(), Message.of("lesson.command.place", word.text()));
    }
    double x = Double.parseDouble(place.group(1));
    double y = Double.parseDouble(place.group(2));
    if (x > 1 || y > 1) {
      throw new LineFault(word.column(), Message.of("lesson.command.place", word.text()));
    }
    return new StrokePoint(x, y, 1);
  }
}
