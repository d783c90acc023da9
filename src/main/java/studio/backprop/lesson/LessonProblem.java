package studio.backprop.lesson;

import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/**
 * Something wrong with the file of a lesson.
 *
 * @param file its name
 * @param line from 1
 * @param column from 1; 0 where there is no word to point at
 * @param sentence what is wrong, and the way on
 * @param error whether the directive cannot be played; else it is only a remark
 */
public record LessonProblem(String file, int line, int column, Message sentence, boolean error) {
  public static LessonProblem error(String file, int line, int column, Message sentence) {
    return new LessonProblem(file, line, column, sentence, true);
  }

  public static LessonProblem remark(String file, int line, Message sentence) {
    return new LessonProblem(file, line, 0, sentence, false);
  }

  /** As a compiler says it: {@code en.md:41:18: sentence}. */
  public String say(Texts texts) {
    return file + ":" + line + (column > 0 ? ":" + column : "") + ": " + texts.say(sentence);
  }
}
