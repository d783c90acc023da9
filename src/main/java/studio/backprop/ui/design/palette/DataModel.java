package studio.backprop.ui.design.palette;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.backprop.data.Columns;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo;
import studio.backprop.data.OwnFile;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.TableData;
import studio.backprop.environment.Environment;
import studio.backprop.environment.Environments;
import studio.backprop.network.Edit;
import studio.backprop.project.Agent;
import studio.backprop.project.FirstNetwork;
import studio.backprop.project.Project;
import studio.backprop.project.RoundBudget;
import studio.backprop.run.Status;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.LayerSearch;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.document.TableForm;
import studio.backprop.ui.workspace.run.RunModel;

/** Data of the project: choice of the dataset, its settings and its contents. */
public final class DataModel implements AutoCloseable {
  /**
   * Dataset of the list.
   *
   * @param id as the project stores it
   * @param about contents, in one line
   * @param kind empty for a user's own table
   * @param tasks tasks it is used for, to be searched
   */
  public record Offer(String id, Message title, Message about, Optional<DatasetInfo.Kind> kind, List<Message> tasks) {
    Message group() {
      return Message.of("palette.group." + (Environments.find(id).isPresent() ? "environment" : groupOfKind()));
    }

    private String groupOfKind() {
      return kind.map(k -> k.name().toLowerCase(Locale.ROOT)).orElse("own");
    }
  }

  private static final List<Offer> BUNDLED = DatasetCatalog.all().stream().map(DataModel::offer).toList();
  private static final List<Offer> ENVIRONMENTS = Environments.all().stream()
      .map(each -> new Offer(each.id(), each.title(), each.help(), Optional.of(DatasetInfo.Kind.GENERATED), List.<Message>of()))
      .toList();
  private static final List<Offer> TO_GENERATE = DatasetCatalog.toGenerate().stream().map(DataModel::offer).toList();

  private final ReadOnlyObjectWrapper<Optional<DataFacts>> facts = new ReadOnlyObjectWrapper<>(this, "facts", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<PreparedData>> data = new ReadOnlyObjectWrapper<>(this, "data", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Background.Stage>> loading = new ReadOnlyObjectWrapper<>(this, "loading", Optional.empty());
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final ObjectProperty<Message> fileProblem = new SimpleObjectProperty<>(this, "fileProblem");
  private final ObjectProperty<Message> dataProblem = new SimpleObjectProperty<>(this, "dataProblem");
  private final ObjectBinding<Message> problem =
      Bindings.createObjectBinding(() -> fileProblem.get() == null ? dataProblem.get() : fileProblem.get(), fileProblem, dataProblem);

  private final DocumentModel document;
  private final RunModel run;
  private final Background csv;
  private final Background own;
  private final DataSettingsModel settings;
  /** Strong reference: a mapped value is otherwise collected together with its listeners. */
  private final ObservableValue<Optional<Offer>> chosen;
  private final ObservableValue<Optional<Environment>> environment;
  private final ObservableValue<List<Offer>> offers;
  private final ObjectBinding<List<Offer>> found;
  private final Subscription subscriptions;
  private Project loaded;

  public DataModel(DocumentModel document, RunModel run, Pulse pulse) {
    this.document = document;
    this.run = run;
    csv = new Background(pulse);
    own = new Background(pulse);
    settings = new DataSettingsModel(document, csv, fileProblem::set);
    chosen = document.projectProperty().map(DataModel::chosen);
    environment = document.projectProperty().map(DataModel::worldOf);
    offers = document.projectProperty().map(DataModel::offers);
    found = Bindings.createObjectBinding(() -> found(offers.getValue(), search.get()), offers, search);
    subscriptions =
        Subscription.combine(
            document.projectProperty().subscribe(now -> follow()),
            run.runProperty().subscribe(now -> follow()),
            run.statusProperty().subscribe(now -> showLoading()),
            csv.stageProperty().subscribe(now -> showLoading()),
            own.stageProperty().subscribe(now -> showLoading()));
  }

  /** Datasets to choose from; a user's own table first. */
  public ObservableValue<List<Offer>> offersProperty() {
    return offers;
  }

  /** Search text, matched with titles, descriptions, groups and tasks in either language. */
  StringProperty searchProperty() {
    return search;
  }

  /** Datasets found, in the order of their groups. */
  ObservableValue<List<Offer>> foundProperty() {
    return found;
  }

  void chooseFirst() {
    found.get().stream().findFirst().ifPresent(offer -> {
      choose(offer);
      search.set("");
    });
  }

  private static List<Offer> found(List<Offer> offers, String typed) {
    return offers.stream().filter(offer -> isMeant(offer, typed)).sorted(Comparator.comparing(o -> o.kind().map(Enum::ordinal).orElse(-1)))
        .toList();
  }

  private static boolean isMeant(Offer offer, String typed) {
    return Stream.concat(Stream.of(offer.title(), offer.about(), offer.group()), offer.tasks().stream())
        .anyMatch(text -> LayerSearch.matches(text, typed));
  }

  /** Chosen dataset; possibly not in the list, in a project of another version. */
  public ObservableValue<Optional<Offer>> chosenProperty() {
    return chosen;
  }

  private static Optional<Offer> chosen(Project project) {
    return offers(project).stream().filter(o -> o.id().equals(project.data().dataset())).findFirst();
  }

  private static Optional<Environment> worldOf(Project project) {
    return project.assignment().actsIn();
  }

  private static boolean acts(Project project) {
    return project.assignment().acts();
  }

  /** Environment of the project's agent; empty without an agent. */
  ObservableValue<Optional<Environment>> worldProperty() {
    return environment;
  }

  public DataSettingsModel settings() {
    return settings;
  }

  /** Summary of the chosen data, once loaded. */
  ReadOnlyObjectProperty<Optional<DataFacts>> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** Chosen data, once loaded. */
  public ReadOnlyObjectProperty<Optional<PreparedData>> dataProperty() {
    return data.getReadOnlyProperty();
  }

  /** Progress of loading; empty while nothing is loaded. */
  ReadOnlyObjectProperty<Optional<Background.Stage>> loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Why a file or the chosen data cannot be used, or null. */
  public ObservableValue<Message> problemProperty() {
    return problem;
  }

  /** Chooses another dataset. An only input takes its shape at once; other mismatches are reported by the analysis. */
  public void choose(Offer offer) {
    if (!offer.id().equals(document.project().data().dataset())) {
      fileProblem.set(null);
      Optional<Environment> environment = acts(document.project()) ? Environments.find(offer.id()) : Optional.empty();
      environment.ifPresentOrElse(
          chosenWorld -> document.apply(new Edit<>(Message.of("inspector.edit.training", offer.title()), "",
              p -> Agent.actingIn(p, chosenWorld))),
          () -> apply(offer.title(), p -> p.withData(settings.switched(p.data(), offer.id()))));
    }
  }

  /** Reads a user's table or text and makes it the project's data; a file that cannot be read changes nothing. */
  public void openOwn(Path file) {
    fileProblem.set(null);
    Project now = document.project();
    csv.start(progress -> read(file, now, progress), this::take, fileProblem::set);
  }

  public void cancel() {
    csv.cancel();
    own.cancel();
    run.control().cancelLoading();
  }

  @Override
  public void close() {
    cancel();
    subscriptions.unsubscribe();
  }

  /**
   * File and its contents, read with inferred settings.
   *
   * @param first a network for it, where the project had none
   */
  private record Read(OwnFile own, TableForm form, Optional<Project> first) {}

  private static Read read(Path file, Project now, Progress progress) throws DataProblem {
    OwnFile own = OwnFile.read(file, progress);
    DataSettings asItLooks = now.data().withDataset(DatasetCatalog.OWN_TABLE).withColumns(own.columns());
    boolean suits = isEmpty(now) && own.columns().reading() != Columns.Reading.TEXT;
    return new Read(own, TableForm.of(Optional.of(own.table()), asItLooks), suits ? first(own.table(), asItLooks) : Optional.empty());
  }

  private static boolean isEmpty(Project project) {
    return project.network().nodes().isEmpty() && project.network().marks().isEmpty();
  }

  /** Network as by the command <code>new</code>; empty for a table that needs other settings first. */
  private static Optional<Project> first(TableData table, DataSettings asItLooks) {
    try {
      return Optional.of(FirstNetwork.of(table, asItLooks));
    } catch (DataProblem problem) {
      return Optional.empty(); // reported by the data settings
    }
  }

  private void take(Read read) {
    TableData table = read.own().table();
    apply(Message.of("data.own", table.name()), p -> {
      DataSettings data = settings.switched(p.data(), DatasetCatalog.OWN_TABLE).withColumns(read.own().columns());
      document.knowTable(Optional.of(table), data, read.form());
      Project own = p.withTable(table).withData(data);
      return read.first().filter(first -> isEmpty(p))
          .map(first -> own.withNetwork(none -> first.network()).withTraining(none -> first.training())).orElse(own);
    });
  }

  private void apply(Message what, UnaryOperator<Project> change) {
    document.apply(new Edit<>(Message.of("palette.edit.data", what), p -> {
      Project changed = change.apply(p);
      return RoundBudget.kept(p, settings.fitted(changed));
    }));
  }

  private static Offer offer(DatasetInfo info) {
    return new Offer(info.id(), info.title(), info.about(), Optional.of(info.kind()), TaskTexts.of(info));
  }

  /** A GAN offers points of the plane only, an agent environments only. */
  private static List<Offer> offers(Project project) {
    if (project.assignment().acts()) {
      return ENVIRONMENTS;
    }
    List<Offer> offers = new ArrayList<>();
    project.table().ifPresent(t -> offers.add(
        new Offer(
            DatasetCatalog.OWN_TABLE,
            Message.of("data.own", t.name()),
            about(t),
            Optional.empty(),
            List.of())));
    offers.addAll(project.assignment().isAdversarial() ? TO_GENERATE : List.of());
    offers.addAll(BUNDLED);
    return offers;
  }

  private static Message about(TableData table) {
    return table.columns().size() == 1
        ? Message.of("palette.column.about", table.rows())
        : Message.of("palette.table.about", table.rows(), table.columns().size());
  }

  private static boolean sameData(Project a, Project b) {
    return a != null && a.data().equals(b.data()) && a.table().equals(b.table());
  }

  /** Shares the data of the run; where the network cannot be trained yet, loads them for the preview only. */
  private void follow() {
    Project now = document.project();
    if (run.runProperty().get() != null && sameData(run.runProperty().get().project(), now)) {
      own.cancel();
      show(now, run.runProperty().get().data());
    } else if (!sameData(loaded, now)) {
      facts.set(Optional.empty());
      data.set(Optional.empty());
      loaded = null;
      own.cancel();
      if (!document.ready()) {
        own.start(progress -> PreparedData.load(now.data(), now.table(), progress), data -> show(now, data), dataProblem::set);
      }
    }
  }

  private void show(Project project, PreparedData prepared) {
    if (!sameData(loaded, project)) {
      facts.set(Optional.of(DataFacts.of(prepared)));
      dataProblem.set(null);
    }
    loaded = project;
    data.set(Optional.of(prepared));
  }

  private void showLoading() {
    Status status = run.statusProperty().get();
    Optional<Background.Stage> training =
        status.state() == Status.State.LOADING ? Optional.of(new Background.Stage(status.done(), status.total())) : Optional.empty();
    loading.set(csv.stageProperty().get().or(() -> training).or(() -> own.stageProperty().get()));
    status.reason().filter(reason -> status.state() == Status.State.IDLE).ifPresent(dataProblem::set);
  }
}
