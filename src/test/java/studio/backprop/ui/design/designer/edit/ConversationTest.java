package studio.backprop.ui.design.designer.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.CopyNodes;
import studio.backprop.ui.design.designer.Flow;
import studio.backprop.ui.design.designer.Marquee;
import studio.backprop.ui.design.designer.Pan;
import studio.backprop.ui.kit.Health;
import studio.backprop.ui.workspace.document.DocumentModel;

class ConversationTest {
  private final DocumentModel document = new DocumentModel();
  private final DesignerModel model = new DesignerModel(document);

  @BeforeEach
  void open() {
    document.open(Project.EMPTY.withData(DataSettings.of("digits")), "", Optional.empty());
    for (String id : new String[] {"input", "conv2d", "flatten", "dense", "output"}) {
      model.addAfterSelection(LayerCatalog.find(id).orElseThrow());
    }
    model.clearSelection();
  }

  private Node node(int id) {
    return document.network().node(id);
  }

  @Test
  void movedNodesFollowTheMouseAndAreMovedByOneEdit() {
    Network before = document.network();
    model.hand().begin(new MoveNodes(model, node(2), Set.of(2, 3), 0, 0));
    model.hand().moveTo(33, 52);
    assertThat(model.places().box(node(2)).x()).isEqualTo(node(2).x() + 33);
    assertThat(model.places().box(node(1)).x()).isEqualTo(node(1).x());
    assertThat(document.network()).isEqualTo(before);
    model.hand().commit();
    assertThat(node(3).x()).isEqualTo(before.node(3).x() + 33);
    document.undo();
    assertThat(document.network()).isEqualTo(before);
  }

  @Test
  void nearTheGridANodeSnapsToIt() {
    model.hand().begin(new MoveNodes(model, node(2), Set.of(2), 0, 0));
    model.hand().moveTo(37, -3);
    assertThat(model.hand().shift().dx()).isEqualTo(40);
    assertThat(model.hand().shift().dy()).isEqualTo(0);
  }

  @Test
  void escapeBringsMovedNodesBackWithoutATrace() {
    Network before = document.network();
    var undo = document.undoNameProperty().get();
    model.hand().begin(new MoveNodes(model, node(2), Set.of(2), 0, 0));
    model.hand().moveTo(100, 100);
    model.hand().cancel();
    assertThat(document.network()).isEqualTo(before);
    assertThat(document.undoNameProperty().get()).isEqualTo(undo);
    assertThat(model.places().box(node(2)).x()).isEqualTo(node(2).x());
  }

  @Test
  void aFrameSelectsWhatItTouchesAndCanAddToTheSelection() {
    document.select(Set.of(5));
    Box conv = model.places().box(node(2));
    model.hand().begin(new Marquee(model, true, conv.x() + 5, conv.y() - 30));
    model.hand().moveTo(conv.x() + 10, conv.y() + 10);
    assertThat(document.selection()).containsExactlyInAnyOrder(2, 5);
    model.hand().cancel();
    assertThat(document.selection()).containsExactly(5);
  }

  @Test
  void whileAWireIsDrawnFittingPortsAreKnown() {
    model.hand().begin(new DrawWire(model, 2, true, 0, 0));
    assertThat(model.hand().draft().orElseThrow().fitting()).contains(3).doesNotContain(1, 2, 4, 5);
  }

  @Test
  void aWireOfAWrongShapeSaysWhyBeforeAndIsKept() {
    model.hand().begin(new DrawWire(model, 2, true, 0, 0));
    model.hand().moveTo(model.places().inX(node(4)) + 10, model.places().portY(node(4)));
    assertThat(model.hand().draft().orElseThrow().objection().orElseThrow().sentence().toString()).contains("expects a vector");
    model.hand().commit();
    takeFirst();
    assertThat(document.network().wires()).contains(new Wire(2, 4));
    assertThat(model.wrong(new Wire(2, 4))).isTrue();
    assertThat(model.hand().refusalProperty().get()).isEmpty();
  }

  @Test
  void aRefusedWireIsNotDrawnAndSaysWhy() {
    Network before = document.network();
    model.hand().begin(new DrawWire(model, 4, true, 0, 0));
    model.hand().moveTo(model.places().inX(node(2)) + 10, model.places().portY(node(2)));
    model.hand().commit();
    assertThat(document.network()).isEqualTo(before);
    assertThat(model.hand().refusalProperty().get().orElseThrow().sentence().toString()).contains("cycle");
    model.hand().begin(new Marquee(model, false, 0, 0));
    assertThat(model.hand().refusalProperty().get()).isEmpty();
  }

  @Test
  void aWireCanBeDrawnFromAnInputBackToAnOutput() {
    model.hand().begin(new DrawWire(model, 3, false, 0, 0));
    model.hand().moveTo(model.places().outX(node(1)) - 10, model.places().portY(node(1)));
    model.hand().commit();
    takeFirst();
    assertThat(document.network().wires()).contains(new Wire(1, 3)).doesNotContain(new Wire(2, 3));
  }

  @Test
  void aWireToAnOccupiedInputChangesNothingBeforeAPersonHasChosen() {
    Network before = document.network();
    document.edit(Message.of("edit.into"), network -> network.add(network.node(4).layer(), 0, 400).wire(3, 6));
    Network branched = document.network();
    lead(6, 5);
    assertThat(document.network()).as("nothing is replaced silently").isEqualTo(branched);
    assertThat(choices()).containsExactly("join.replace", "join.merge", "join.merge");
    assertThat(document.selection()).as("the keys of the card meet the node that it speaks of").containsExactly(5);
    assertThat(model.escape()).isTrue();
    assertThat(choices()).isEmpty();
    assertThat(document.network()).isEqualTo(branched);
    lead(6, 5);
    model.mend(model.mending().repairs().get(1));
    assertThat(document.network().sources(5)).extracting(Node::name).containsExactly("add_1");
    assertThat(document.network().sources(7)).extracting(Node::id).containsExactly(4, 6);
    assertThat(document.analysis().shape(7)).isPresent();
    document.undo();
    document.undo();
    assertThat(document.network()).as("each is one edit").isEqualTo(before);
  }

  @Test
  void onlyAMergeThatFitsIsOffered() {
    lead(1, 4);
    assertThat(choices()).as("an image and a vector can be neither added nor concatenated").containsExactly("join.replace");
    lead(2, 4);
    lead(1, 3);
    assertThat(choices()).as("another number of channels can be concatenated").containsExactly("join.replace", "join.merge");
    document.select(Set.of(2));
    assertThat(choices()).as("who turns to another thing leaves everything as it is").isEmpty();
  }

  private void lead(int from, int to) {
    model.hand().begin(new DrawWire(model, from, true, 0, 0));
    model.hand().moveTo(model.places().inX(node(to)) + 10, model.places().portY(node(to)));
    model.hand().commit();
  }

  private List<String> choices() {
    return model.mending().questionProperty().get().stream().flatMap(open -> open.choices().stream()).map(choice -> choice.title().key())
        .toList();
  }

  private void takeFirst() {
    model.mend(model.mending().repairs().get(0));
  }

  @Test
  void aWireLetGoOverNothingOffersTheLayersThatFitAndEscapeLeavesNone() {
    Network before = document.network();
    model.hand().begin(new DrawWire(model, 2, true, 0, 0));
    model.hand().moveTo(-500, -500);
    model.hand().commit();
    assertThat(offered()).contains("flatten", "max_pool2d", "add").doesNotContain("dense", "input", "reshape", "output");
    model.escape();
    assertThat(model.hand().choiceProperty().get()).isEmpty();
    assertThat(model.hand().draft()).isEmpty();
    assertThat(document.network()).isEqualTo(before);
  }

  @Test
  void theChosenLayerStandsAtTheWiresEndAndIsWiredInOneEdit() {
    Network before = document.network();
    model.hand().begin(new DrawWire(model, 2, true, 0, 0));
    model.hand().moveTo(400, 800);
    model.hand().commit();
    take("flatten");
    assertThat(document.network().wires()).contains(new Wire(2, 6)).hasSize(before.wires().size() + 1);
    assertThat(node(6).x()).isEqualTo(400);
    assertThat(document.selection()).containsExactly(6);
    document.undo();
    assertThat(document.network()).isEqualTo(before);
  }

  @Test
  void aLayerChosenBeforeAnInputTakesOverWhatFedIt() {
    model.hand().begin(new DrawWire(model, 4, false, 0, 0));
    model.hand().moveTo(400, 800);
    model.hand().commit();
    assertThat(offered()).contains("activation", "layer_norm").doesNotContain("input", "conv2d", "max_pool2d");
    take("activation");
    assertThat(document.network().wires()).contains(new Wire(3, 6), new Wire(6, 4)).doesNotContain(new Wire(3, 4));
  }

  private List<String> offered() {
    return model.hand().choiceProperty().get().orElseThrow().fitting().stream().map(fit -> fit.type().id()).toList();
  }

  private void take(String id) {
    LayerChoice choice = model.hand().choiceProperty().get().orElseThrow();
    choice.take(choice.fitting().stream().filter(fit -> fit.type().id().equals(id)).findFirst().orElseThrow());
  }

  @Test
  void aLayerDroppedOnAWireStandsWithinIt() {
    WireCurve wire = model.places().curve(new Wire(3, 4));
    model.hand().begin(new PlaceLayer(model, LayerCatalog.find("dropout").orElseThrow()));
    model.hand().moveTo(wire.x(0.5), wire.y(0.5));
    assertThat(model.hand().ghost().orElseThrow().into()).contains(new Wire(3, 4));
    model.hand().commit();
    assertThat(document.network().wires()).contains(new Wire(3, 6), new Wire(6, 4)).doesNotContain(new Wire(3, 4));
    assertThat(document.selection()).containsExactly(6);
    assertThat(model.places().box(node(6)).touches(model.places().box(node(4)))).isFalse();
    assertThat(model.places().box(node(6)).touches(model.places().box(node(3)))).isFalse();
  }

  @Test
  void aLayerDroppedBesideAnOpenOutputIsWiredToIt() {
    model.edits().remove(new Wire(4, 5));
    document.select(Set.of(5));
    model.removeSelection();
    model.hand().begin(new PlaceLayer(model, LayerCatalog.find("activation").orElseThrow()));
    model.hand().moveTo(model.places().outX(node(4)) + 130, model.places().portY(node(4)) + 12);
    assertThat(model.hand().ghost().orElseThrow().after()).contains(4);
    model.hand().commit();
    assertThat(document.network().wires()).contains(new Wire(4, 6));
    assertThat(node(6).y()).isEqualTo(node(4).y());
  }

  @Test
  void aNodeWithoutWiresThatIsDraggedOntoAWireIsLedIntoItInOneEdit() {
    model.hand().begin(new PlaceLayer(model, LayerCatalog.find("dropout").orElseThrow()));
    model.hand().moveTo(300, 900);
    model.hand().commit();
    Network before = document.network();
    WireCurve wire = model.places().curve(new Wire(3, 4));
    Box loose = model.places().box(node(6));
    model.hand().begin(new MoveNodes(model, node(6), Set.of(6), loose.centerX(), loose.y() + Anatomy.PORT_Y));
    model.hand().moveTo(wire.x(0.5), wire.y(0.5));
    assertThat(model.hand().ghost().orElseThrow().into()).contains(new Wire(3, 4));
    model.hand().commit();
    assertThat(document.network().wires()).contains(new Wire(3, 6), new Wire(6, 4)).doesNotContain(new Wire(3, 4));
    assertThat(model.places().box(node(6)).touches(model.places().box(node(3)))).isFalse();
    assertThat(model.places().box(node(6)).touches(model.places().box(node(4)))).isFalse();
    document.undo();
    assertThat(document.network()).isEqualTo(before);
  }

  @Test
  void draggedCopiesStandWhereTheyAreLetGoWithTheirWires() {
    Network before = document.network();
    model.hand().begin(new CopyNodes(model, node(2), Set.of(2, 3), 0, 0));
    model.hand().moveTo(40, 240);
    assertThat(document.network()).isEqualTo(before);
    model.hand().commit();
    assertThat(document.selection()).containsExactlyInAnyOrder(6, 7);
    assertThat(document.network().wires()).contains(new Wire(6, 7));
    assertThat(node(6).y()).isEqualTo(node(2).y() + 240);
    assertThat(node(2)).isEqualTo(before.node(2));
    document.undo();
    model.hand().begin(new CopyNodes(model, node(2), Set.of(2, 3), 0, 0));
    model.hand().moveTo(40, 240);
    model.escape();
    assertThat(document.network()).isEqualTo(before);
    assertThat(model.hand().copiesProperty().get()).isEmpty();
  }

  @Test
  void selectedNodesAreBroughtIntoLineByOneEdit() {
    document.edit(Message.of("edit.move"), n -> n.with(2, node -> node.movedTo(310, 70)).with(3, node -> node.movedTo(420, 330)));
    Network before = document.network();
    document.select(Set.of(1, 2, 3));
    model.edits().align(Align.TOP);
    assertThat(List.of(node(1).y(), node(2).y(), node(3).y())).containsOnly(70.0);
    document.undo();
    assertThat(document.network()).isEqualTo(before);
    model.edits().align(Align.RIGHT);
    assertThat(model.places().outX(node(1))).isEqualTo(model.places().outX(node(2)));
    document.undo();
    model.edits().align(Align.ACROSS);
    double gap = node(2).x() - model.places().outX(node(1));
    assertThat(node(3).x() - model.places().outX(node(2))).isCloseTo(gap, org.assertj.core.data.Offset.offset(1.0));
    assertThat(node(3)).isEqualTo(before.node(3));
  }

  @Test
  void aWireThatLeadsBackPassesBehindNoNode() {
    document.edit(Message.of("edit.move"), n -> n.with(4, node -> node.movedTo(n.node(1).x() - 300, node.y())));
    WireCurve back = model.places().curve(new Wire(3, 4));
    document.network().nodes().forEach(node -> assertThat(back.crosses(model.places().box(node))).as(node.name()).isFalse());
  }

  @Test
  void deletingSeveralNodesOfAChainJoinsWhatIsLeftAndUndoBringsThemBack() {
    Network before = document.network();
    document.select(Set.of(2, 3));
    model.removeSelection();
    assertThat(document.network().wires()).containsExactlyInAnyOrder(new Wire(1, 4), new Wire(4, 5));
    document.undo();
    assertThat(document.network()).isEqualTo(before);
  }

  @Test
  void aLayerChosenForAWireStandsWithinIt() {
    model.select(new Wire(3, 4));
    ChooseLayer.byKey(model);
    take("dropout");
    assertThat(document.network().wires()).contains(new Wire(3, 6), new Wire(6, 4)).doesNotContain(new Wire(3, 4));
  }

  @Test
  void aLayerDroppedElsewhereStandsAlone() {
    int wires = document.network().wires().size();
    model.hand().begin(new PlaceLayer(model, LayerCatalog.find("dense").orElseThrow()));
    model.hand().moveTo(300, 900);
    model.hand().commit();
    assertThat(document.network().wires()).hasSize(wires);
    assertThat(node(6).y()).isEqualTo(Anatomy.snap(900 - Anatomy.PORT_Y));
  }

  @Test
  void panningFollowsTheMouseAndCanBeTakenBack() {
    model.hand().begin(new Pan(model.camera(), 100, 100));
    double before = model.camera().offsetXProperty().get();
    model.hand().moveTo(140, 90);
    assertThat(model.camera().offsetXProperty().get()).isEqualTo(before + 40);
    model.hand().cancel();
    assertThat(model.camera().offsetXProperty().get()).isEqualTo(before);
  }

  @Test
  void zoomKeepsThePointUnderThePointer() {
    Camera camera = model.camera();
    double x = camera.canvasX(250);
    camera.zoomBy(1.7, 250, 80);
    assertThat(camera.canvasX(250)).isCloseTo(x, org.assertj.core.data.Offset.offset(1e-9));
    camera.zoomBy(100, 0, 0);
    assertThat(camera.zoom()).isEqualTo(Camera.MAX_ZOOM);
  }

  @Test
  void theWidthOfARibbonIsTheLogarithmOfTheGradient() {
    assertThat(Health.width(1)).isEqualTo(22);
    assertThat(Health.width(0.01)).isEqualTo(12);
    assertThat(Health.width(1e-8)).isEqualTo(1.5);
    assertThat(Health.width(Double.NaN)).isEqualTo(22);
    assertThat(Health.of(Double.NaN)).isEqualTo(Health.EXPLODING);
    assertThat(Health.of(0.002)).isEqualTo(Health.HEALTHY);
    assertThat(Health.of(1e-5)).isEqualTo(Health.FADING);
    assertThat(Health.of(0)).isEqualTo(Health.VANISHED);
  }

  @Test
  void chevronsMoveOnlyWhenTheEngineSteps() {
    Flow flow = new Flow();
    flow.advance(0, 0.1);
    assertThat(flow.advance(0, 0.1)).isFalse();
    assertThat(flow.advance(1, 0.1)).isTrue();
    assertThat(flow.advance(1, 0.5)).isTrue();
    assertThat(flow.advance(1, 0.1)).isFalse();
  }
}
