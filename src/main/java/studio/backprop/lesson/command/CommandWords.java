package studio.backprop.lesson.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.text.Message;

/** Cursor over the words of a command. */
final class CommandWords {
  private static final Pattern WORD = Pattern.compile("\\S+");

  /** @param column from 1 */
  record Word(String text, int column) {}

  private final List<Word> words = new ArrayList<>();
  private final int length;
  private int at;

  CommandWords(String text) {
    length = text.length();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new Word(matcher.group(), matcher.start() + 1));
    }
  }

  boolean isAtEnd() {
    return at >= words.size();
  }

  Optional<Word> peek() {
    return isAtEnd() ? Optional.empty() : Optional.of(words.get(at));
  }

  Word next(String missing) throws LineFault {
    return next(Message.of(missing));
  }

  /** @param missing message if no word is left */
  Word next(Message missing) throws LineFault {
    if (isAtEnd()) {
      throw new LineFault(length + 1, missing);
    }
    return words.get(at++);
  }

  /** Consumes this word if it is next. */
  boolean accept(String word) {
    boolean next = !isAtEnd() && words.get(at).text.equals(word);
    at += next ? 1 : 0;
    return next;
  }

  void need(String word) throws LineFault {
    Word found = next(Message.of("lesson.command.expected", word));
    if (!found.text.equals(word)) {
      throw new LineFault(found.column, Message.of("lesson.command.instead", word, found.text));
    }
  }

  void toEnd() {
    at = words.size();
  }

  void end() throws LineFault {
    if (!isAtEnd()) {
      throw new LineFault(words.get(at).column, Message.of("lesson.command.left_over", words.get(at).text));
    }
  }

  int whole(int least, int most) throws LineFault {
    Word word = next(Message.of("lesson.command.whole", least, most));
    if (!word.text.matches("\\d{1,9}") || Integer.parseInt(word.text) < least || Integer.parseInt(word.text) > most) {
      throw new LineFault(word.column, Message.of("lesson.command.not_whole", word.text, least, most));
    }
    return Integer.parseInt(word.text);
  }

  double real() throws LineFault {
    Word word = next("lesson.command.real");
    if (!word.text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
      throw new LineFault(word.column, Message.of("lesson.command.not_real", word.text));
    }
    return Double.parseDouble(word.text);
  }

  char letter() throws LineFault {
    Word word = next("lesson.command.lane");
    if (!word.text.matches("[A-D]")) {
      throw new LineFault(word.column, Message.of("lesson.check.lane", word.text));
    }
    return word.text.charAt(0);
  }

  List<Integer> indices() throws LineFault {
    Word word = next("lesson.command.indices");
    if (!word.text.matches("\\d{1,7}(,\\d{1,7})*")) {
      throw new LineFault(word.column, Message.of("lesson.command.not_indices", word.text));
    }
    List<Integer> all = new ArrayList<>();
    for (String index : word.text.split(",")) {
      all.add(Integer.parseInt(index));
    }
    return List.copyOf(all);
  }
}
