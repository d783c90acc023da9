package studio.backprop.cli;

import java.util.List;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;

/** Choice of the positive class on the command line; the second by default. */
final class PositiveClass {
  private PositiveClass() {}

  /**
   * Whether the first class is positive.
   *
   * @param name of the class; null where none is given
   * @param project for messages
   * @throws Failure if there are not two classes, or none of that name
   */
  static boolean isFirst(String name, Dataset data, String project, Terminal terminal) throws Failure {
    List<String> names = data.classNames();
    if (name == null) {
      return false;
    }
    if (data.task() == Task.REGRESSION || names.size() != 2) {
      throw Failure.option("cli.problem.positive_none", project);
    }
    if (!names.contains(name)) {
      throw Failure.option("cli.problem.class", name, String.join(terminal.say("cli.list"), names));
    }
    return names.indexOf(name) == 0;
  }
}
