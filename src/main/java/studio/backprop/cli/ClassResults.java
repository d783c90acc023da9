package studio.backprop.cli;

import java.nio.file.Path;
import studio.backprop.store.StoreProblem;
import studio.backprop.teaching.record.CollectedResults;
import studio.backprop.teaching.record.QuestionFigures;
import studio.backprop.ui.kit.Numbers;

/** Merges the results of a class and prints how each question was answered. */
final class ClassResults {
  private ClassResults() {}

  static void collect(Path folder, Terminal terminal) throws StoreProblem {
    CollectedResults results = CollectedResults.of(folder);
    results.trouble().forEach(terminal::note);
    Table table = new Table(terminal.say("cli.lessons.lesson"), terminal.say("cli.lessons.step"), terminal.say("cli.lessons.asked"),
        terminal.say("cli.lessons.right"), terminal.say("cli.lessons.certain_wrong"), terminal.say("cli.lessons.skipped"),
        terminal.say("cli.lessons.seconds"));
    Numbers numbers = terminal.numbers();
    for (QuestionFigures one : QuestionFigures.of(results.rows())) {
      table.row(one.lesson(), one.step(), one.asked(), terminal.say("cli.lessons.of", one.right(), one.answers()),
          numbers.whole(one.certainAndWrong()), numbers.whole(one.skipped()),
          Double.isNaN(one.medianSeconds()) ? "–" : numbers.fixed(one.medianSeconds(), 1));
    }
    table.lines().forEach(terminal::print);
    results.write(folder);
    terminal.note("cli.lessons.collected", results.files(), results.learners(), folder.resolve(CollectedResults.ALL).toString(),
        folder.resolve(CollectedResults.QUESTIONS).toString());
  }
}
