package studio.backprop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.data.Columns;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Dataset;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.OwnFile;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Task;
import studio.backprop.project.FirstNetwork;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;
import studio.backprop.text.Message;
import tools.jackson.databind.json.JsonMapper;

/** Command {@code new}: creates a project for a table, with inferred or given columns and an initial network. */
@Command(name = "new", sortOptions = false)
final class NewProject implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", descriptionKey = "backprop.new.file")
  private Path file;

  @Mixin private TableOptions options = new TableOptions();

  @Option(names = "--out", paramLabel = "PROJECT", required = true, descriptionKey = "backprop.new.out")
  private Path out;

  @Option(names = "--force", descriptionKey = "backprop.new.force")
  private boolean force;

  @Option(names = "--json", descriptionKey = "backprop.new.json")
  private boolean json;

  NewProject(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Project of a file with the given column options. */
  static Project project(Path file, TableOptions options) throws Failure, DataProblem {
    OwnFile own = OwnFile.read(file, Progress.NONE);
    Columns columns = options.applied(own.columns(), own.table());
    if (columns.reading() == Columns.Reading.TEXT) {
      throw Failure.of("cli.problem.new_text", file.getFileName().toString());
    }
    return FirstNetwork.of(own.table(), DataSettings.of(DatasetCatalog.OWN_TABLE).withColumns(columns));
  }

  @Override
  public Integer call() throws Exception {
    if (Files.exists(out) && Files.exists(file) && Files.isSameFile(out, file)) {
      throw Failure.of("cli.problem.out_is_table", out.toString());
    }
    if (Files.exists(out) && !force) {
      throw Failure.of("cli.problem.out_exists", out.toString());
    }
    Project project = project(file, options);
    PreparedData data = Training.prepare(project);
    write(project);
    List<Message> notes = data.notes();
    notes.forEach(terminal::dataNote);
    if (json) {
      terminal.print(json(project, data.dataset(), notes));
    } else {
      Dataset set = data.dataset();
      String task = set.task() == Task.CLASSES ? terminal.say("cli.new.classes", set.classNames().size()) : terminal.say("cli.new.number");
      terminal.note("cli.new.made", out.toString(), set.rows(), set.width(), set.about().targetName(), task);
    }
    return 0;
  }

  private void write(Project project) throws Exception {
    try {
      Files.createDirectories(out.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw Failure.of("cli.problem.folder", out.toAbsolutePath().getParent().toString());
    }
    ProjectFile.write(out, Saved.of(project));
  }

  private String json(Project project, Dataset set, List<Message> notes) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("project", out.toString());
    values.put("rows", set.rows());
    values.put("inputs", set.width());
    values.put("target", set.about().targetName());
    values.put("task", set.task().name().toLowerCase(Locale.ROOT));
    values.put("classes", set.classNames());
    values.put("parameters", project.network().analyse().parameterCount());
    values.put("notes", notes.stream().map(terminal::say).toList());
    return new JsonMapper().writeValueAsString(values);
  }
}
