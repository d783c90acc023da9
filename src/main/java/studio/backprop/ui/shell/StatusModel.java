package studio.backprop.ui.shell;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TableData;
import studio.backprop.layer.Output;
import studio.backprop.network.Problem;
import studio.backprop.train.Project;
import studio.backprop.train.Run;
import studio.backprop.train.Status;
import studio.backprop.train.TrainingSettings;
import studio.backprop.train.optim.OptimizerCatalog;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.run.RunModel;

/** The sentences of the status bar: whether the project can train, how large it is, what it learns from and how. */
public final class StatusModel {
  private static final String UNUSED = "hint.unused";

  private final DocumentModel document;
  private final RunModel run;
  private final Lang lang;

  private final StringBinding state;
  private final BooleanBinding healthy;
  private final BooleanBinding cautious;
  private final BooleanBinding empty;
  private final StringBinding size;
  private final StringBinding setup;
  private final StringBinding history;

  public StatusModel(DocumentModel document, RunModel run, Lang lang) {
    this.document = document;
    this.run = run;
    this.lang = lang;
    state = Bindings.createStringBinding(this::say, document.projectProperty(), run.statusProperty(), lang.textsProperty());
    healthy = Bindings.createBooleanBinding(
        () -> document.ready() && run.statusProperty().get().reason().isEmpty(), document.projectProperty(), run.statusProperty());
    cautious = Bindings.createBooleanBinding(() -> healthy.get() && !document.analysis().hints().isEmpty(), document.projectProperty(), healthy);
    empty = Bindings.createBooleanBinding(() -> document.network().nodes().isEmpty(), document.projectProperty());
    size = Bindings.createStringBinding(this::saySize, document.projectProperty(), lang.textsProperty());
    history = Bindings.createStringBinding(this::sayHistory, run.frameProperty(), run.runProperty(), lang.textsProperty());
    setup = Bindings.createStringBinding(this::saySetup, document.projectProperty(), run.runProperty(), lang.textsProperty());
  }

  /** Whether there is a network at all. */
  public BooleanBinding empty() {
    return empty;
  }

  /** "Network is valid", the first problem, or why training stopped. */
  public StringBinding state() {
    return state;
  }

  public BooleanBinding healthy() {
    return healthy;
  }

  /** Whether it can train, but probably not as it was meant. */
  public BooleanBinding cautious() {
    return cautious;
  }

  /** Parameters, memory of the weights, operations for one example. */
  public StringBinding size() {
    return size;
  }

  /** The memory of the steps that can be seen again; empty where there are none. */
  public StringBinding history() {
    return history;
  }

  /** Data, optimizer, loss, batch and seed. */
  public StringBinding setup() {
    return setup;
  }

  private String say() {
    List<Problem> problems = document.problemsProperty().get();
    if (!problems.isEmpty()) {
      return lang.say(problems.get(0).sentence());
    }
    Status status = run.statusProperty().get();
    return status.reason().map(lang::say).orElseGet(() -> status.state() == Status.State.LOADING ? lang.say("status.loading") : sayValid());
  }

  /** That it can train does not say that all of it is used. */
  private String sayValid() {
    List<Problem> hints = document.analysis().hints();
    String unread = hints.stream().filter(hint -> hint.sentence().key().equals(UNUSED)).map(hint -> document.network().node(hint.node()).name())
        .collect(Collectors.joining(lang.say("status.and")));
    return !unread.isEmpty() ? lang.say("status.unread", unread) : hints.stream().findFirst().map(hint -> lang.say(hint.sentence())).orElse(lang.say("status.valid"));
  }

  private String saySize() {
    long parameters = document.analysis().parameterCount();
    return lang.say(
        "status.size",
        lang.numbers().whole(parameters),
        lang.numbers().bytes(parameters * Float.BYTES),
        lang.numbers().whole(document.analysis().flops()));
  }

  private String sayHistory() {
    Run current = run.runProperty().get();
    if (current == null || current.tape().newest() == current.tape().first()) {
      return "";
    }
    return lang.say("status.history", lang.numbers().bytes(current.tape().bytes()), current.tape().checkpoints().length);
  }

  private String saySetup() {
    TrainingSettings training = document.project().training();
    String optimizer = lang.say(OptimizerCatalog.typeOf(training.optimizer()).title());
    String loss =
        document.network().outputs().stream()
            .findFirst()
            .map(node -> lang.say(((Output) node.layer()).loss().title()))
            .orElseGet(() -> lang.say("status.no_loss"));
    return lang.say("status.setup", data(), optimizer, loss, lang.numbers().whole(training.batch()), String.valueOf(training.seed()));
  }

  private String data() {
    Project project = document.project();
    String id = project.data().dataset();
    String known = lang.known("data." + id, id);
    String title = project.table().filter(table -> id.equals(DatasetCatalog.OWN_TABLE)).map(TableData::name).orElse(known);
    Run current = run.runProperty().get();
    if (current == null || !current.project().data().equals(document.project().data())) {
      return title;
    }
    PreparedData data = current.data();
    return lang.say("status.data", title, lang.numbers().whole(data.trainRows()), lang.numbers().whole(data.validationRows()));
  }
}
