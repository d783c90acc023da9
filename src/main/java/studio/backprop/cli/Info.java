package studio.backprop.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Progress;
import studio.backprop.network.Analysis;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.project.Readiness;
import studio.backprop.ui.kit.Numbers;

/** Command {@code info}: layers, shapes and cost of a project's network, and its problems. */
@Command(name = "info")
final class Info implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  Info(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Loaded loaded = Loaded.of(file, terminal);
    Project project = loaded.project();
    Analysis analysis = project.network().analyse();
    printNodes(project, analysis);
    printTotals(project, analysis);
    List<Problem> problems = Readiness.problems(project, analysis, form(project));
    problems.forEach(problem -> terminal.note(problem.sentence()));
    return problems.isEmpty() ? 0 : 1;
  }

  private static DataForm form(Project project) throws DataProblem {
    Optional<DataForm> bundled = DataForm.of(project.data());
    return bundled.isPresent() ? bundled.get() : DataForm.of(DatasetCatalog.load(project.data(), project.table(), Progress.NONE),
        project.data().scaling());
  }

  private void printNodes(Project project, Analysis analysis) {
    Table table = new Table(
        terminal.say("cli.info.node"), terminal.say("cli.info.layer"), terminal.say("cli.info.shape"),
        terminal.say("cli.info.parameters"), terminal.say("cli.info.flops"));
    for (Node node : analysis.listed(project.network())) {
      String layer = (terminal.say(node.type().title()) + " " + terminal.say(analysis.layer(node).summary())).strip();
      String shape = analysis.shape(node.id()).map(s -> CliTexts.shape(terminal, s)).orElse("?");
      Numbers numbers = terminal.numbers();
      table.row(node.name(), layer, shape, numbers.whole(analysis.parameterCount(node)), numbers.whole(analysis.flops(node)));
    }
    table.lines().forEach(terminal::print);
  }

  private void printTotals(Project project, Analysis analysis) {
    Numbers numbers = terminal.numbers();
    int batch = project.training().batch();
    terminal.print("");
    terminal.print(terminal.say("cli.info.total", numbers.whole(analysis.parameterCount()), numbers.whole(analysis.flops())));
    terminal.print(terminal.say("cli.info.memory", numbers.bytes(analysis.trainingBytes(batch)), batch));
    terminal.print(terminal.say("cli.info.data", project.data().dataset()));
    terminal.print(
        terminal.say(
            "cli.info.training", project.training().epochs(), OptimizerCatalog.typeOf(project.training().optimizer()).title(),
            numbers.entry(project.training().rate()), String.valueOf(project.training().seed())));
  }
}
