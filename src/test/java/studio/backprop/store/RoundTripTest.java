package studio.backprop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.Columns;
import studio.backprop.data.CsvFile;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.KeptExample;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.SequenceSettings;
import studio.backprop.data.TableData;
import studio.backprop.data.TextLevel;
import studio.backprop.data.WrittenForm;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.network.Note;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.optim.Sgd;
import studio.backprop.plan.Parameters;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.schedule.ReduceOnPlateau;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.schedule.ScheduleType;
import studio.backprop.tensor.Seeds;
import studio.backprop.text.Message;
import studio.backprop.train.Session;
import studio.backprop.train.record.EpochRecord;

class RoundTripTest {
  @TempDir Path folder;

  private Opened savedTwice(Saved saved) throws Exception {
    byte[] first = Projects.bytes(folder, saved);
    Opened opened = Projects.open(first);
    assertThat(Projects.bytes(folder, opened.saved())).isEqualTo(first);
    return opened;
  }

  @Test
  void everyKindOfLayerComesBackAndTheBytesAreTheSame() throws Exception {
    Project project = Projects.circles().withNetwork(n -> Projects.everyLayer());
    assertThat(savedTwice(Saved.of(project)).saved().project()).isEqualTo(project);
  }

  @Test
  void whatAPersonHasDrawnAndKeepsComesBackAndABrokenPictureIsNamed() throws Exception {
    Project plain = Projects.circles();
    KeptExample seven = new KeptExample("digits", 7, Base64.getEncoder().encodeToString(new byte[64]));
    KeptExample eight = new KeptExample("mnist", 8, Base64.getEncoder().encodeToString(new byte[784]));
    Project kept = plain.withData(plain.data().withKept(List.of(seven, eight)));
    Project fewer = kept.withData(plain.data().withKept(List.of(eight)));
    Saved saved = Saved.of(kept).with(List.of(Projects.tried(plain, false), Projects.tried(fewer, false), Projects.tried(kept, true)));
    Saved read = savedTwice(saved).saved();
    assertThat(read.project()).isEqualTo(kept);
    assertThat(read.runs()).extracting(run -> run.project()).containsExactly(plain, fewer, kept);
    assertThat(Projects.unzip(Projects.bytes(folder, saved)).get("tries.json")).asString().containsOnlyOnce("\"label\" : 7");
    assertThat(Projects.unzip(Projects.bytes(folder, Saved.of(plain))).get("project.json")).asString().doesNotContain("kept");
    byte[] broken = Projects.replaced(Projects.bytes(folder, Saved.of(kept)), "project.json", seven.pixels(), "!");
    assertThatThrownBy(() -> Projects.open(broken)).isInstanceOf(StoreProblem.class).hasMessageContaining("kept[0].pixels");
  }

  @Test
  void whatIsDoneAboutRareClassesComesBackAndAnOlderFileDoesNothing() throws Exception {
    Project plain = Projects.circles();
    assertThat(Projects.unzip(Projects.bytes(folder, Saved.of(plain))).get("project.json")).asString()
        .doesNotContain("balance", "class_weights");
    for (ClassBalance way : ClassBalance.values()) {
      Project set = plain.withTraining(t -> t.withBalance(way));
      assertThat(savedTwice(Saved.of(set)).saved().project()).isEqualTo(set);
    }
    byte[] weighted = Projects.bytes(folder, Saved.of(plain.withTraining(t -> t.withBalance(ClassBalance.WEIGHTS))));
    byte[] older = Projects.replaced(weighted, "project.json", "\"class_weights\"", "\"balance\"");
    assertThat(Projects.open(older).saved().project().training().balance()).isEqualTo(ClassBalance.BATCHES);
    byte[] both = Projects.replaced(weighted, "project.json", "\"class_weights\" : true", "\"class_weights\" : true, \"balance\" : true");
    assertThatThrownBy(() -> Projects.open(both)).isInstanceOf(StoreProblem.class)
        .hasMessageContaining("training.class_weights is on together with training.balance");
  }

  @Test
  void notesAndGroupsComeBackAndAnOlderFileHasNone() throws Exception {
    Project plain = Projects.circles();
    Project marked = plain.withNetwork(n -> n.withMarks(marks -> marks
        .add(new Note(0, "two lines\n和中文", Note.Colour.BLUE, -20, 40.5, 200, 100))
        .group("the middle", List.of(3, 2))
        .withGroup(2, group -> group.fold(120))));
    assertThat(savedTwice(Saved.of(marked)).saved().project()).isEqualTo(marked);
    assertThat(Projects.unzip(Projects.bytes(folder, Saved.of(plain))).get("project.json")).asString().doesNotContain("marks");
    byte[] file = Projects.bytes(folder, Saved.of(marked));
    byte[] hostile = Projects.replaced(file, "project.json", "[ 2, 3 ]", "[ 2, 77 ]");
    assertThatThrownBy(() -> Projects.open(hostile)).isInstanceOf(StoreProblem.class);
  }

  @Test
  void notesAndGroupsChangeNothingOfTheTraining() throws Exception {
    Project plain = Projects.circles();
    Project marked = plain.withNetwork(n -> n.withMarks(marks -> marks
        .add(new Note(0, "a word", Note.Colour.GREEN, 0, 0, 200, 100))
        .group("all", List.of(2, 3))
        .withGroup(2, group -> group.fold(0))));
    assertThat(Projects.trained(marked, 10).parameters().orElseThrow().sha256())
        .isEqualTo(Projects.trained(plain, 10).parameters().orElseThrow().sha256());
  }

  @Test
  void theCurvesOfARunComeBackWithoutWhatCannotBeDrawn() throws Exception {
    double[] rows = {1, 0.5, 0.25, 0.01, 2, Double.NaN, 0.5, 0.01, 4, 0.125, 0.75, 0.01, 3, 0, 0, 0};
    Saved saved = Projects.trained(Projects.circles(), 4).with(Projects.circles(), new StepRows(rows));
    Saved read = Projects.open(Projects.bytes(folder, saved)).saved();
    assertThat(read.steps().numbers()).containsExactly(new double[] {1, 0.5, 0.25, 0.01, 4, 0.125, 0.75, 0.01}, within(1e-6));
    assertThat(savedTwice(read).saved().steps().count()).isEqualTo(2);
  }

  @Test
  void whatWasTriedComesBackAlsoWhereNothingHasBeenLearned() throws Exception {
    Saved saved = Saved.of(Projects.circles()).with(Projects.tries());
    assertThat(savedTwice(saved).saved().runs()).usingRecursiveComparison().withEqualsForType(Double::equals, Double.class)
        .isEqualTo(saved.runs());
    assertThat(Projects.unzip(Projects.bytes(folder, Saved.of(Projects.circles())))).doesNotContainKeys("tries.json", "tries.bin");
  }

  @Test
  void aTryWithAnotherTableIsToldFromOneWithTheProjectsOwn() throws Exception {
    TableData mine = CsvFile.read("mine.csv", new ByteArrayInputStream("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    TableData before = CsvFile.read("old.csv", new ByteArrayInputStream("a,b\n1,2\n5,6\n".getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    Project own = Projects.circles().withTable(mine).withData(DataSettings.of(DatasetCatalog.OWN_TABLE));
    Saved saved = Saved.of(own).with(List.of(Projects.tried(own.withTable(before), false), Projects.tried(own, true)));
    Saved read = savedTwice(saved).saved();
    assertThat(read.runs().get(0).project().table()).isEmpty();
    assertThat(read.runs().get(1).project().table()).isEqualTo(read.project().table());
  }

  @Test
  void ofTriesOnlyThoseAreLeftOutThatCannotBeRead() throws Exception {
    byte[] file = Projects.bytes(folder, Saved.of(Projects.circles()).with(Projects.tries()));
    Opened one = Projects.open(Projects.replaced(file, "tries.json", "\"broken\"", "\"vanished\""));
    assertThat(one.saved().runs()).usingRecursiveComparison().withEqualsForType(Double::equals, Double.class)
        .isEqualTo(List.of(Projects.tries().get(0), Projects.tries().get(1), Projects.tries().get(3)));
    assertThat(one.notes()).extracting(Object::toString).containsExactly("One run of the run history cannot be read and was not loaded.");
    Opened none = Projects.open(Projects.replaced(file, "tries.json", "\"epochs\" : 2", "\"epochs\" : 3"));
    assertThat(none.saved().project()).isEqualTo(Projects.circles());
    assertThat(none.saved().runs()).isEmpty();
    assertThat(none.notes()).extracting(Object::toString).containsExactly("The run history in the file is damaged and was not loaded.");
  }

  @Test
  void theEmptyProjectComesBack() throws Exception {
    assertThat(savedTwice(Saved.of(Project.EMPTY)).saved()).isEqualTo(Saved.of(Project.EMPTY));
  }

  @Test
  void everyOptimizerAndScheduleComesBack() throws Exception {
    for (OptimizerType optimizer : OptimizerCatalog.types()) {
      for (ScheduleType schedule : ScheduleCatalog.types()) {
        Regularization regularization = new Regularization(0.1, 1e-5, Regularization.Clip.NORM, 2.5);
        Project project =
            Projects.circles()
                .withTraining(t -> t.withOptimizer(optimizer.fresh()).withSchedule(schedule.fresh()).withRegularization(regularization))
                .withTraining(t -> t.withSeed(Long.MIN_VALUE).withPatience(7).withRate(1e-5).withBatch(10).withShuffle(false));
        assertThat(savedTwice(Saved.of(project)).saved().project()).isEqualTo(project);
      }
    }
  }

  @Test
  void aTrainedProjectGoesOnAsIfItHadNeverStopped() throws Exception {
    Project project = Projects.circles().withTraining(t -> t.withBatch(16));
    for (OptimizerType optimizer : OptimizerCatalog.types()) {
      Project with = project.withTraining(t -> t.withOptimizer(optimizer.fresh()));
      Saved half = savedTwice(Projects.trained(with, 10)).saved();
      Session resumed = resumed(half);
      for (int step = 0; step < 10; step++) {
        resumed.step();
      }
      String whole = Projects.trained(with, 20).parameters().orElseThrow().sha256();
      assertThat(resumed.parameters().sha256()).as(optimizer.id()).isEqualTo(whole);
    }
  }

  private static Session resumed(Saved saved) throws Exception {
    Project project = saved.project();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, KernelChoice.create(1), saved.parameters().orElseThrow());
    session.resume(saved.progressed().orElseThrow());
    return session;
  }

  @Test
  void aRateThatFellOnAPlateauStaysLow() throws Exception {
    Project project = Projects.circles().withTraining(t -> t.withRate(1e-9).withSchedule(new ReduceOnPlateau(1, 0.5, 0)));
    Session session = Projects.session(project);
    while (session.step()) {}
    assertThat(session.currentRate()).isEqualTo(1e-9 / 512);
    assertThat(resumed(savedTwice(Saved.of(session)).saved()).currentRate()).isEqualTo(session.currentRate());
  }

  @Test
  void theBestWeightsAreTakenBackByARunThatIsTakenUpAgain() throws Exception {
    Project project = Projects.circles().withTraining(t -> t.withRate(3).withPatience(4).withEpochs(40));
    Session whole = Projects.session(project);
    while (whole.step()) {}
    int best = Collections.min(whole.epochs(), Comparator.comparingDouble(record -> record.validation().loss())).epoch();
    Session begun = Projects.session(project);
    while (begun.epochs().size() <= best) {
      begun.step();
    }
    Session again = resumed(savedTwice(Saved.of(begun)).saved());
    while (again.step()) {}
    assertThat(again.steps()).isEqualTo(whole.steps());
    whole.keepBest();
    again.keepBest();
    assertThat(again.parameters().sha256()).isEqualTo(whole.parameters().sha256());
  }

  @Test
  void aBatchThatTheDataDoNotHaveBeginsTheEpochAgain() throws Exception {
    byte[] file = Projects.bytes(folder, Projects.trained(Projects.circles(), 1));
    Saved hostile = Projects.open(Projects.replaced(file, "progress.json", "\"batch\" : 1", "\"batch\" : 99")).saved();
    assertThat(resumed(hostile).step()).isTrue();
  }

  @Test
  void theLogOfEpochsComesBack() throws Exception {
    Saved saved = Projects.trained(Projects.circles(), 1000);
    List<EpochRecord> epochs = savedTwice(saved).saved().progressed().orElseThrow().epochs();
    assertThat(epochs).hasSize(10).isEqualTo(saved.progressed().orElseThrow().epochs());
  }

  @Test
  void aPersonsOwnTableIsInTheFile() throws Exception {
    String csv = "width,kind,\"a, b\"\n1.5,yes,3\n,no,\"he said \"\"no\"\"\"\n";
    TableData table = CsvFile.read("mine.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Progress.NONE);
    Columns columns = new Columns("kind", List.of("a, b"), Columns.Choice.CLASSES).withDates(List.of("width"));
    Project project = Projects.circles().withTable(table).withData(DataSettings.of(DatasetCatalog.OWN_TABLE).withColumns(columns));
    Project back = savedTwice(Saved.of(project)).saved().project();
    assertThat(back.data()).isEqualTo(project.data());
    TableData own = back.table().orElseThrow();
    assertThat(own.name()).isEqualTo("mine.csv");
    assertThat(own.columns()).isEqualTo(table.columns());
    assertThat(own.cell(1, 2)).isEqualTo("he said \"no\"");
  }

  @Test
  void howTheColumnsOfATableWereWrittenComesBack() throws Exception {
    Map<String, WrittenForm> written = Map.of("width", new WrittenForm(true, WrittenForm.Order.UNSAID, "kg"), "born",
        new WrittenForm(false, WrittenForm.Order.DAY, ""));
    TableData table = CsvFile.read("mine.csv", new ByteArrayInputStream("width,born\n1,2\n".getBytes(StandardCharsets.UTF_8)),
        Progress.NONE).withWritten(written);
    assertThat(savedTwice(Saved.of(Projects.circles().withTable(table))).saved().project().table().orElseThrow().written())
        .isEqualTo(written);
  }

  @Test
  void howASequenceIsCutComesBack() throws Exception {
    SequenceSettings sequence = new SequenceSettings(7, 3, 40, TextLevel.WORD, 777);
    Columns columns = Columns.INFERRED.withReading(Columns.Reading.SERIES).withTarget("sales").withTime("day");
    Project project = Projects.circles().withData(DataSettings.of("sunspots").withSequence(sequence).withColumns(columns));
    assertThat(savedTwice(Saved.of(project)).saved().project().data()).isEqualTo(project.data());
  }

  @Test
  void chineseNamesComeBack() throws Exception {
    Project project = Projects.circles().withNetwork(n -> n.with(2, node -> node.withName("第一层 “隐藏”\n")));
    assertThat(savedTwice(Saved.of(project)).saved().project()).isEqualTo(project);
  }

  @Test
  void weightsOfAChangedNodeStartAnewAndTheOthersAreKept() throws Exception {
    Saved trained = Projects.trained(Projects.circles(), 20);
    Network changed = trained.project().network().with(3, node -> node.withLayer(Dense.of(2, Activation.NONE)));
    Saved stale = new Saved(trained.project().withNetwork(n -> changed), trained.parameters(), trained.progressed());
    Opened opened = Projects.open(Projects.bytes(folder, stale));
    assertThat(opened.notes()).hasSize(1);
    assertThat(opened.notes().get(0).toString()).contains("dense_2");
    assertThat(opened.saved().progressed()).isEmpty();
    assertThat(opened.saved().parameters().orElseThrow().find(2, "weight").orElseThrow().tensor().values())
        .isEqualTo(trained.parameters().orElseThrow().find(2, "weight").orElseThrow().tensor().values());
  }

  @Test
  void aNodeThatIsNotWiredKeepsItsWeightsForWhenItIsWiredAgain() throws Exception {
    Saved trained = Projects.trained(Projects.circles(), 20);
    Network loose = trained.project().network().unwire(2, 3);
    Opened opened = Projects.open(Projects.bytes(folder,
        new Saved(trained.project().withNetwork(n -> loose), trained.parameters(), Optional.empty())));
    Parameters known = opened.saved().parameters().orElseThrow();
    Network wired = opened.saved().project().network().wire(2, 3);
    Parameters again = Parameters.renewed(wired, wired.analyse(), new Seeds(1), known);
    assertThat(opened.notes()).isEmpty();
    assertThat(again.newSince(known)).isEmpty();
    assertThat(again.sha256()).isEqualTo(trained.parameters().orElseThrow().sha256());
  }

  @Test
  void weightsOfAnotherNetworkAreLeftOutWhereTheNetworkIsFarTooLarge() throws Exception {
    Saved trained = Projects.trained(Projects.circles(), 1);
    Network huge =
        Network.EMPTY.add(Input.row(10_000_000), 0, 0).add(Dense.of(16_384, Activation.NONE), 0, 0).wire(1, 2);
    Saved stale = new Saved(trained.project().withNetwork(n -> huge), trained.parameters(), Optional.empty());
    Opened opened = Projects.open(Projects.bytes(folder, stale));
    assertThat(opened.saved().parameters()).isEmpty();
    assertThat(opened.notes()).extracting(Message::key).containsExactly("store.note.no-weights");
  }

  @Test
  void theMemoryOfAnotherOptimizerIsLeftOutWithANote() throws Exception {
    Saved trained = Projects.trained(Projects.circles(), 5);
    Project other = trained.project().withTraining(t -> t.withOptimizer(Sgd.STANDARD));
    Opened opened = Projects.open(Projects.bytes(folder, new Saved(other, trained.parameters(), trained.progressed())));
    assertThat(opened.saved().parameters()).isPresent();
    assertThat(opened.saved().progressed()).isEmpty();
    assertThat(opened.notes()).extracting(Message::key).containsExactly("store.note.progress");
  }

  @Test
  void aSettingThatAnOlderFileLacksHasItsUsualValue() throws Exception {
    byte[] file = Projects.bytes(folder, Saved.of(Projects.circles()));
    byte[] older = Projects.replaced(file, "project.json", "\"trainable\" : true", "\"unheard of\" : 1");
    assertThat(Projects.open(older).saved().project()).isEqualTo(Projects.circles());
  }

  @Test
  void theFileTellsTheProgramsVersion() throws Exception {
    assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + ProjectSection.PROGRAM + "</version>");
  }
}
