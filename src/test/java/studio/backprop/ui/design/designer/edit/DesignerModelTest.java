package studio.backprop.ui.design.designer.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.network.repair.Repair;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.document.DocumentModel;

class DesignerModelTest {
  private final DocumentModel document = new DocumentModel();
  private final DesignerModel model = new DesignerModel(document);

  @BeforeEach
  void open() {
    open("digits");
  }

  private void open(String data) {
    document.open(Project.EMPTY.withData(DataSettings.of(data)), "", Optional.empty());
  }

  private static LayerType type(String id) {
    return LayerCatalog.find(id).orElseThrow();
  }

  private void add(String... ids) {
    for (String id : ids) {
      model.addAfterSelection(type(id));
    }
  }

  private List<String> chain() {
    return document.analysis().order().stream().map(Node::name).toList();
  }

  @Test
  void layersAddedOneAfterTheOtherAreAChain() {
    add("input", "flatten", "dense", "output");
    assertThat(chain()).containsExactly("input_1", "flat_1", "dense_1", "loss_1");
    assertThat(document.network().wires()).containsExactly(new Wire(1, 2), new Wire(2, 3), new Wire(3, 4));
  }

  @Test
  void aCountOfParametersNeverStandsWithoutItsWordHoweverNarrowItsNodeIs() {
    add("input", "flatten", "dense", "output");
    for (Texts texts : Texts.all()) {
      List<String> forms = new Wording(new Lang(texts)).parameters(document.analysis(), document.network().node(3));
      assertThat(forms).hasSize(3).allSatisfy(form -> assertThat(form.replaceAll("[\\d,.kM\\s]", "")).as(form).hasSizeGreaterThan(1));
      assertThat(forms.get(0).length()).isGreaterThanOrEqualTo(forms.get(2).length());
    }
  }

  @Test
  void whatIsAddedToACompleteNetworkGoesBeforeItsLoss() {
    add("input", "flatten", "dense", "output");
    model.clearSelection();
    add("dense");
    assertThat(chain()).containsExactly("input_1", "flat_1", "dense_1", "dense_2", "loss_1");
  }

  @Test
  void aLayerPutBetweenMovesWhatComesAfter() {
    add("input", "flatten", "output");
    double before = document.network().node(3).x();
    model.select(2);
    add("dense");
    assertThat(document.network().node(3).x()).isGreaterThan(before);
    assertThat(overlaps()).isFalse();
  }

  private boolean overlaps() {
    List<Box> boxes = document.network().nodes().stream().map(model.places()::box).toList();
    return boxes.stream().anyMatch(a -> boxes.stream().anyMatch(b -> a != b && a.touches(b)));
  }

  @Test
  void anAddedNodeIsOneEdit() {
    add("input", "flatten", "output");
    Network before = document.network();
    model.select(2);
    add("dense");
    document.undo();
    assertThat(document.network()).isEqualTo(before);
  }

  @Test
  void aNewInputTakesTheShapeOfTheData() {
    add("input");
    assertThat(((Input) document.network().node(1).layer()).shape()).isEqualTo(Shape.of(1, 8, 8));
  }

  @Test
  void aNewLossSuitsTheTask() {
    add("input", "output");
    assertThat(((Output) document.network().node(2).layer()).loss()).isEqualTo(Loss.CROSS_ENTROPY);
    open("auto-mpg");
    add("input", "output");
    assertThat(((Output) document.network().node(2).layer()).loss()).isEqualTo(Loss.MSE);
    open("circles");
    add("input", "dense");
    document.edit(Message.of("edit.move"),
        n -> n.with(2, node -> node.withLayer(Dense.of(1, Activation.SIGMOID))));
    add("output");
    assertThat(((Output) document.network().node(3).layer()).loss()).isEqualTo(Loss.BINARY_CROSS_ENTROPY);
  }

  @Test
  void aDeletedLinkOfAChainIsJoinedAgain() {
    add("input", "flatten", "dense", "output");
    model.select(2);
    model.removeSelection();
    assertThat(document.network().wires()).contains(new Wire(1, 3));
    assertThat(document.selection()).isEmpty();
  }

  @Test
  void theSelectedWireIsTakenAway() {
    add("input", "flatten");
    model.select(new Wire(1, 2));
    model.removeSelection();
    assertThat(document.network().wires()).isEmpty();
    assertThat(model.selectedWireProperty().get()).isEmpty();
  }

  @Test
  void eitherNodesAreSelectedOrAWire() {
    add("input", "flatten");
    model.select(new Wire(1, 2));
    assertThat(document.selection()).isEmpty();
    model.select(1);
    assertThat(model.selectedWireProperty().get()).isEmpty();
  }

  @Test
  void copiesKeepTheWiresAmongThemAndAreSelected() {
    add("input", "flatten", "dense");
    document.select(Set.of(2, 3));
    model.clipboard().copy();
    model.clipboard().paste();
    assertThat(document.selection()).containsExactlyInAnyOrder(4, 5);
    assertThat(document.network().wires()).contains(new Wire(4, 5));
    model.clipboard().paste();
    assertThat(document.network().node(4).x()).as("beside the original").isEqualTo(document.network().node(2).x());
    assertThat(overlaps()).as("nothing is hidden").isFalse();
  }

  @Test
  void aCutCanBePastedAndUndone() {
    add("input", "flatten");
    model.clipboard().cut();
    assertThat(chain()).containsExactly("input_1");
    model.clipboard().paste();
    assertThat(chain()).containsExactly("input_1", "flat_1");
    document.undo();
    document.undo();
    assertThat(document.network().wires()).containsExactly(new Wire(1, 2));
  }

  @Test
  void aLayerUsedAgainSharesItsWeights() {
    add("input", "flatten", "dense");
    model.edits().useAgain(3);
    assertThat(document.network().node(4).weights()).isEqualTo(3);
    assertThat(overlaps()).isFalse();
  }

  @Test
  void aNameIsGivenOnce() {
    add("input", "flatten");
    assertThat(model.edits().rename(2, "input_1")).isPresent();
    assertThat(model.edits().rename(2, " ")).isPresent();
    assertThat(model.edits().rename(2, "flat")).isEmpty();
    assertThat(document.network().node(2).name()).isEqualTo("flat");
  }

  @Test
  void stepsOfTheArrowKeysAreOneEdit() {
    add("input");
    double before = document.network().node(1).x();
    model.edits().nudge(20, 0);
    model.edits().nudge(20, 0);
    assertThat(document.network().node(1).x()).isEqualTo(before + 40);
    document.undo();
    assertThat(document.network().node(1).x()).isEqualTo(before);
  }

  @Test
  void aWrongShapeIsMendedByALayerBetween() {
    add("input", "dense", "output");
    model.select(2);
    assertThat(model.mending().repairs().get(0).title()).isEqualTo(Message.of("repair.insert", type("flatten").title()));
    model.mend(model.mending().repairs().get(0));
    assertThat(chain()).containsExactly("input_1", "flat_1", "dense_1", "loss_1");
    assertThat(document.analysis().valid()).isTrue();
    assertThat(overlaps()).isFalse();
  }

  @Test
  void whatIsBuiltOfAGanIsAllInSight() throws Exception {
    Network judge = Network.EMPTY.add(Input.row(2), 100, 100).add(Dense.of(8, Activation.RELU), 300, 100)
        .add(Dense.of(1, Activation.SIGMOID), 500, 100).add(Output.of(Loss.BINARY_CROSS_ENTROPY), 700, 100)
        .wire(1, 2).wire(2, 3).wire(3, 4);
    document.open(SampleProject.of("gan-ring").withNetwork(old -> judge), "", Optional.empty());
    model.camera().setWindow(new Box(0, 40, 900, 400));
    assertThat(model.mending().offered()).as("without being asked").contains(document.findings().get(0));
    model.mend(model.mending().repairs().get(0));
    assertThat(document.ready()).isTrue();
    assertThat(model.mending().offered()).isEmpty();
    assertThat(document.network().nodes()).hasSizeGreaterThan(7)
        .allMatch(node -> model.camera().sees(Anatomy.box(node, model.lens())));
  }

  @Test
  void whatIsMissingOfAGanIsOfferedWhenItBreaksAndNotAgainUntilItIsWhole() throws Exception {
    document.open(SampleProject.of("gan-ring"), "", Optional.empty());
    assertThat(model.mending().offered()).isEmpty();
    int mix = document.network().named("mix").orElseThrow().id();
    model.select(mix);
    model.removeSelection();
    assertThat(model.mending().repairs()).isNotEmpty();
    model.escape();
    assertThat(model.mending().offered()).isEmpty();
    model.select(document.network().named("real").orElseThrow().id());
    model.removeSelection();
    assertThat(model.mending().offered()).as("closed by hand").isEmpty();
    document.undo();
    document.undo();
    assertThat(document.ready()).isTrue();
    model.select(mix);
    model.removeSelection();
    assertThat(model.mending().repairs()).isNotEmpty();
  }

  @Test
  void aMissingWireIsOfferedFromAnOpenOutput() {
    add("input", "flatten");
    model.edits().remove(new Wire(1, 2));
    add("dense");
    model.edits().remove(new Wire(2, 3));
    model.select(2);
    assertThat(model.problems(3)).isNotEmpty();
    model.edits().drawWire(new Wire(1, 2));
    model.select(3);
    assertThat(model.mending().repairs().get(0).kind()).isEqualTo(Repair.Kind.WIRE);
    model.mend(model.mending().repairs().get(0));
    assertThat(document.network().wires()).contains(new Wire(2, 3));
  }

  @Test
  void tidyPutsAChainInALineAndABranchBesideIt() {
    add("input", "flatten", "dense");
    model.select(2);
    document.edit(Message.of("edit.move"), n -> n.add(type("dense").fresh(), 0, 0).wire(2, 4));
    document.edit(Message.of("edit.move"), n -> n.add(type("add").fresh(), 0, 0).wire(3, 5).wire(4, 5));
    model.tidy();
    Network network = document.network();
    assertThat(network.node(1).y()).isEqualTo(network.node(3).y()).isEqualTo(network.node(5).y());
    assertThat(network.node(3).x()).isEqualTo(network.node(4).x());
    assertThat(overlaps()).isFalse();
  }

  @Test
  void escapeClosesOneThingAtATime() {
    add("input", "flatten");
    model.hand().begin(new DrawWire(model, 2, true, 0, 0));
    model.escape();
    assertThat(model.hand().draft()).isEmpty();
    assertThat(document.selection()).containsExactly(2);
    model.escape();
    assertThat(document.selection()).isEmpty();
  }
}
