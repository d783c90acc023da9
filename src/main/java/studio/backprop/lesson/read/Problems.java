package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.text.Message;

/** Collector of the problems of one file. */
final class Problems {
  private final String file;
  private final List<LessonProblem> all = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void addAll(List<LessonProblem> more) {
    all.addAll(more);
  }

  void error(int line, int column, Message sentence) {
    all.add(LessonProblem.error(file, line, column, sentence));
  }

  void remark(int line, Message sentence) {
    all.add(LessonProblem.remark(file, line, sentence));
  }

  /** @param in position of the text with the error */
  void fault(SourceLine in, LineFault fault) {
    error(in.number(), in.column() + fault.column() - 1, fault.sentence());
  }

  /** @param in value with the error */
  void fault(Entry in, LineFault fault) {
    SourceLine place = in.place(fault.column());
    error(place.number(), place.column(), fault.sentence());
  }

  int size() {
    return all.size();
  }

  /** First error after so many problems. */
  LessonProblem since(int count) {
    return all.subList(count, all.size()).stream().filter(LessonProblem::error).findFirst().orElse(null);
  }

  /** In file order. */
  List<LessonProblem> all() {
    return all.stream().sorted(Comparator.comparing(LessonProblem::line).thenComparing(LessonProblem::column)).toList();
  }
}
