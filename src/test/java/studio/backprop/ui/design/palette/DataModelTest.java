package studio.backprop.ui.design.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.KeptExample;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Input;
import studio.backprop.project.Project;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.panels.Desk;

@Timeout(60)
class DataModelTest {
  @AutoClose private final Desk desk = new Desk(Desk.circles());
  private final DataModel model = new DataModel(desk.document, desk.run, desk.pulse);

  private DataModel.Offer offer(String id) {
    return model.offersProperty().getValue().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
  }

  private DataSettings data() {
    return desk.document.project().data();
  }

  private Shape input() {
    return ((Input) desk.document.network().node(1).layer()).shape();
  }

  /** Beats until what is read in the background has arrived. */
  private void read() {
    desk.pulse.tick();
    desk.pulse.until(() -> model.loadingProperty().get().isEmpty());
  }

  private Path file(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("plants.csv"), text);
  }

  @Test
  void everyDatasetIsOfferedInBothLanguages() {
    assertThat(model.offersProperty().getValue()).hasSameSizeAs(DatasetCatalog.all());
    for (DataModel.Offer offer : model.offersProperty().getValue()) {
      Texts.all().forEach(texts -> assertThat(texts.say(offer.title()) + texts.say(offer.about())).isNotBlank());
    }
  }

  @Test
  void theListIsInGroupsAndASearchFindsTitlesGroupsAndWhatIsSaidOfThemInBothLanguages() {
    assertThat(model.foundProperty().getValue()).extracting(DataModel.Offer::group).as("no group stands twice")
        .isSortedAccordingTo(Comparator.comparing(group -> groups().indexOf(group)));
    model.searchProperty().set("penguin or other nonsense");
    assertThat(model.foundProperty().getValue()).isEmpty();
    model.searchProperty().set("时间序列");
    assertThat(model.foundProperty().getValue()).extracting(DataModel.Offer::id).contains("sunspots").doesNotContain("iris");
    model.searchProperty().set("fashion");
    model.chooseFirst();
    assertThat(data().dataset()).isEqualTo("fashion-mnist");
    assertThat(model.foundProperty().getValue()).as("all again").hasSameSizeAs(DatasetCatalog.all());
  }

  private List<String> found(String typed) {
    model.searchProperty().set(typed);
    return model.foundProperty().getValue().stream().map(DataModel.Offer::id).toList();
  }

  @Test
  void aSearchFindsTheTaskThatADatasetIsFor() {
    assertThat(found("classification")).contains("iris", "circles", "mnist", "names", "karate-club")
        .doesNotContain("auto-mpg", "sunspots", "names-next");
    assertThat(found("分类")).contains("iris", "mnist").doesNotContain("auto-mpg");
    assertThat(found("regression")).contains("auto-mpg", "plane").doesNotContain("iris", "mnist");
    assertThat(found("回归")).contains("auto-mpg");
    assertThat(found("forecasting")).contains("sunspots").doesNotContain("iris");
    assertThat(found("generation")).contains("pride-and-prejudice", "names-next", "digits-copy").doesNotContain("iris", "names");
    assertThat(found("images")).contains("mnist", "shapes").doesNotContain("iris");
    assertThat(found("text")).contains("names").doesNotContain("iris");
    assertThat(found("文本")).contains("names").doesNotContain("iris");
  }

  private List<Message> groups() {
    return model.foundProperty().getValue().stream().map(DataModel.Offer::group).distinct().toList();
  }

  @Test
  void anotherDatasetShapesTheOnlyInputByTheSameEdit() {
    model.choose(offer("iris"));
    assertThat(data().dataset()).isEqualTo("iris");
    assertThat(input()).isEqualTo(Shape.of(4));
    desk.document.undo();
    assertThat(data().dataset()).isEqualTo("circles");
    assertThat(input()).isEqualTo(Shape.of(2));
    assertThat(desk.document.undoNameProperty().get()).isEmpty();
  }

  @Test
  void anUsualScalingFollowsTheDataAndOneSetByHandStays() {
    model.choose(offer("digits"));
    assertThat(data().scaling()).isEqualTo(Scaling.MIN_MAX);
    model.settings().setScaling(Scaling.NONE);
    model.choose(offer("iris"));
    assertThat(data().scaling()).isEqualTo(Scaling.NONE);
  }

  @Test
  void dataAreShownEvenWhileTheNetworkDoesNotFitThem() {
    model.choose(offer("iris"));
    assertThat(desk.document.ready()).isFalse();
    read();
    assertThat(model.factsProperty().get()).hasValueSatisfying(facts -> {
      assertThat(facts.rows()).isEqualTo(150);
      assertThat(facts.classes()).isEqualTo(3);
      assertThat(facts.train() + facts.validation() + facts.test()).isEqualTo(150);
    });
  }

  @Test
  void sharesLeaveATenthForTraining() {
    model.settings().test().type("60", desk.lang.numbers());
    model.settings().validation().type("66", desk.lang.numbers());
    assertThat(data().validationShare()).isEqualTo(0.66);
    assertThat(data().validationShare() + data().testShare()).isLessThanOrEqualTo(DataSettings.MOST_HELD_OUT);
    assertThat(model.settings().test().value()).isLessThanOrEqualTo(24);
  }

  @Test
  void onlyGeneratedDataHavePointsAndNoise() {
    assertThat(model.settings().generatedProperty().getValue()).isTrue();
    model.choose(offer("iris"));
    assertThat(model.settings().generatedProperty().getValue()).isFalse();
  }

  @Test
  void anOwnTableIsReadAndChosenByOneEdit(@TempDir Path folder) throws IOException {
    model.openOwn(file(folder, "height,width,depth,kind\n1,2,3,a\n2,3,4,b\n4,5,6,a\n6,7,8,b\n7,8,9,a\n"));
    read();
    assertThat(data().dataset()).isEqualTo(DatasetCatalog.OWN_TABLE);
    assertThat(input()).isEqualTo(Shape.of(3));
    assertThat(model.settings().table().targetProperty().getValue()).isEqualTo("kind");
    assertThat(model.chosenProperty().getValue()).isPresent();
    desk.document.undo();
    assertThat(desk.document.project()).isEqualTo(Desk.circles());
  }

  /** As the command <code>new</code> does, by one edit; a network that is there stays. */
  @Test
  void anEmptyCanvasGetsANetworkForTheTable(@TempDir Path folder) throws IOException {
    desk.document.open(Project.EMPTY, "", Optional.empty());
    model.openOwn(file(folder, "height,width,depth,kind\n1,2,3,a\n2,3,4,b\n4,5,6,a\n6,7,8,b\n7,8,9,a\n"));
    read();
    assertThat(desk.document.project().network().nodes()).hasSize(4);
    assertThat(input()).isEqualTo(Shape.of(3));
    assertThat(desk.document.ready()).isTrue();
    desk.document.undo();
    assertThat(desk.document.project()).isEqualTo(Project.EMPTY);
  }

  @Test
  void anotherColumnCanBePredicted(@TempDir Path folder) throws IOException {
    model.openOwn(file(folder, "height,width,kind\n1,2,a\n2,3,b\n4,5,a\n6,7,b\n7,8,a\n"));
    read();
    model.settings().table().setTarget("height");
    read();
    assertThat(data().columns().target()).isEqualTo("height");
    assertThat(desk.document.dataForm()).hasValueSatisfying(form -> assertThat(form.classes()).isZero());
  }

  @Test
  void aColumnIsLeftOutAndTheInputFollows(@TempDir Path folder) throws IOException {
    model.openOwn(file(folder, "height,width,depth,kind\n1,2,3,a\n2,3,4,b\n4,5,6,a\n6,7,8,b\n7,8,9,a\n"));
    read();
    model.settings().table().setLeftOut("width", true);
    read();
    assertThat(data().columns().leftOut()).containsExactly("width");
    assertThat(input()).isEqualTo(Shape.of(2));
    model.settings().table().setLeftOut("width", false);
    read();
    assertThat(input()).isEqualTo(Shape.of(3));
  }

  @Test
  void aColumnThatIsToBePredictedIsNoLongerLeftOut(@TempDir Path folder) throws IOException {
    model.openOwn(file(folder, "height,width,kind\n1,2,a\n2,3,b\n4,5,a\n6,7,b\n7,8,a\n"));
    read();
    model.settings().table().setLeftOut("height", true);
    read();
    model.settings().table().setTarget("height");
    read();
    assertThat(data().columns().leftOut()).isEmpty();
  }

  @Test
  void aFileThatIsNoTableIsToldInASentenceAndChangesNothing(@TempDir Path folder) throws IOException {
    model.openOwn(file(folder, ""));
    read();
    assertThat(model.problemProperty().getValue().toString()).contains("plants.csv");
    assertThat(desk.document.project()).isEqualTo(Desk.circles());
  }

  @Test
  void whatWasDrawnByHandIsListedForItsDatasetAndRemovedByAnEdit() {
    KeptExample one = new KeptExample("digits", 1, "AAAA");
    KeptExample two = new KeptExample("digits", 2, "AAAA");
    desk.document.open(Desk.digits().withData(DataSettings.of("digits").withKept(List.of(one, two))), "digits", Optional.empty());
    assertThat(model.settings().keptProperty().getValue()).containsExactly(one, two);
    model.settings().removeKept(one);
    assertThat(model.settings().keptProperty().getValue()).containsExactly(two);
    desk.document.undo();
    assertThat(model.settings().keptProperty().getValue()).containsExactly(one, two);
    model.choose(offer("mnist"));
    assertThat(model.settings().keptProperty().getValue()).isEmpty();
    assertThat(data().kept()).hasSize(2);
  }
}
