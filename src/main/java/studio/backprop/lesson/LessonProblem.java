package studio.backprop.lesson;

import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/**
 * Error or warning in the file of a lesson.
 *
 * @param line from 1
 * @param column from 1; 0 where no word is at fault
 * @param sentence error and remedy
 * @param error whether the directive cannot be played; otherwise a warning
 */
public record LessonProblem(String file, int line, int column, Message sentence, boolean error) {
  public static LessonProblem error(String file, int line, int column, Message sentence) {
    return new LessonProblem(file, line, column, sentence, true);
  }

  public static LessonProblem remark(String file, int line, Message sentence) {
    return new LessonProblem(file, line, 0, sentence, false);
  }

  /** Formatted like a compiler message: {@code en.md:41:18: sentence}. */
  public String say(Texts texts) {
    return file + ":" + line + (column > 0 ? ":" + column : "") + ": " + texts.say(sentence);
  }
}
