package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.text.Message;

/** Collects what is wrong with one file. */
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

  /** @param in where the text stands that has a fault */
  void fault(SourceLine in, LineFault fault) {
    error(in.number(), in.column() + fault.column() - 1, fault.sentence());
  }

  /** @param in the value that has a fault */
  void fault(Entry in, LineFault fault) {
    SourceLine place = in.place(fault.column());
    error(place.number(), place.column(), fault.sentence());
  }

  int size() {
    return all.size();
  }

  /** The first error found since there were so many problems. */
  LessonProblem since(int count) {
    return all.subList(count, all.size()).stream().filter(LessonProblem::error).findFirst().orElse(null);
  }

  /** In the order of the file. */
  List<LessonProblem> all() {
    return all.stream().sorted(Comparator.comparing(LessonProblem::line).thenComparing(LessonProblem::column)).toList();
  }
}
