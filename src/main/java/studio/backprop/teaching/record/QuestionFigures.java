package studio.backprop.teaching.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.backprop.teaching.record.LessonAnswer.Correctness;

/**
 * Statistics of a class's answers to one question.
 *
 * @param answers number of answers
 * @param right number of correct ones
 * @param certainAndWrong number of wrong ones with the highest confidence
 * @param skipped number of learners who skipped it
 * @param medianSeconds NaN without answers
 */
public record QuestionFigures(
    String lesson, String step, String asked, int answers, int right, int certainAndWrong, int skipped, double medianSeconds) {
  private record Question(String lesson, String step, String asked) {}

  /** Statistics of each question, in order of first occurrence. */
  public static List<QuestionFigures> of(List<ResultRow> rows) {
    Map<Question, List<LessonAnswer>> all = new LinkedHashMap<>();
    for (ResultRow row : rows) {
      Question question = new Question(row.lesson(), row.answer().step(), row.answer().asked());
      all.computeIfAbsent(question, one -> new ArrayList<>()).add(row.answer());
    }
    return all.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
  }

  private static QuestionFigures of(Question question, List<LessonAnswer> all) {
    List<LessonAnswer> given = all.stream().filter(one -> one.outcome() != Correctness.SKIPPED).toList();
    List<LessonAnswer> wrong = given.stream().filter(one -> one.outcome() == Correctness.WRONG).toList();
    int certain = (int) wrong.stream().filter(one -> one.sure() == LessonAnswer.CERTAIN).count();
    return new QuestionFigures(question.lesson, question.step, question.asked, given.size(), given.size() - wrong.size(), certain,
        all.size() - given.size(), median(given.stream().mapToDouble(LessonAnswer::seconds).toArray()));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length == 0 ? Double.NaN : values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
