package studio.backprop.ui.design.designer.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.design.designer.wire.UnitWires;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Which layers open into units, and how large everything is then. */
class UnitsTest {
  private static final Box WINDOW = new Box(0, 80, 940, 328);

  private final DocumentModel document = new DocumentModel();
  private final DesignerModel model = new DesignerModel(document);

  private void open(String sample, Lens lens) {
    document.open(SampleProject.of(sample), "", Optional.empty());
    model.lensProperty().set(lens);
    model.proportions().fit(WINDOW, Anatomy.height(lens));
  }

  private List<String> opened() {
    return document.network().nodes().stream().filter(node -> model.units().open(node.id())).map(Node::name).toList();
  }

  private Node node(String name) {
    return document.network().named(name).orElseThrow();
  }

  @Test
  void aSmallDenseNetworkOpensWhereWeightsAreSeen() {
    open("circles", Lens.WEIGHTS);
    assertThat(opened()).containsExactly("input_1", "dense_1", "dense_2");
    open("circles", Lens.GRADIENTS);
    assertThat(opened()).containsExactly("input_1", "dense_1", "dense_2");
    for (Lens closed : List.of(Lens.STRUCTURE, Lens.ACTIVATIONS, Lens.CHANGE, Lens.DIFFERENCE)) {
      open("circles", closed);
      assertThat(opened()).as(closed.name()).isEmpty();
    }
  }

  @Test
  void aDeepNetworkKeepsItsRibbonsWhereGradientsAreSeen() {
    deep(Units.MOST_LAYERS, Lens.GRADIENTS);
    assertThat(opened()).hasSize(1 + Units.MOST_LAYERS);
    deep(Units.MOST_LAYERS + 1, Lens.GRADIENTS);
    assertThat(opened()).isEmpty();
    deep(Units.MOST_LAYERS + 1, Lens.WEIGHTS);
    assertThat(opened()).hasSize(2 + Units.MOST_LAYERS);
  }

  /** So many dense layers one behind the other. */
  private void deep(int layers, Lens lens) {
    Network network = Network.EMPTY.add(Input.row(2), 0, 0);
    for (int layer = 1; layer <= layers; layer++) {
      network = network.add(Dense.of(3, Activation.SIGMOID), 200 * layer, 0).wire(layer, layer + 1);
    }
    Network drawn = network;
    document.open(Project.EMPTY.withNetwork(n -> drawn), "", Optional.empty());
    model.lensProperty().set(lens);
  }

  @Test
  void aLayerThatReadsHundredsOfNumbersStaysClosed() {
    open("digits-cnn", Lens.WEIGHTS);
    assertThat(opened()).isEmpty();
  }

  @Test
  void aTileForEachUnitStandsInItsNodeAndNoneLiesOnAnother() {
    open("circles", Lens.WEIGHTS);
    Node dense = node("dense_1");
    Box box = model.places().box(dense);
    for (int unit = 0; unit < 10; unit++) {
      Box tile = model.places().tile(dense, unit).orElseThrow();
      assertThat(tile.x()).isGreaterThan(box.x());
      assertThat(tile.bottom()).isLessThan(box.bottom());
      for (int other = 0; other < unit; other++) {
        assertThat(tile.touches(model.places().tile(dense, other).orElseThrow())).as("%d on %d", unit, other).isFalse();
      }
    }
    assertThat(model.places().tile(dense, 10)).isEmpty();
  }

  @Test
  void aTileOfTenUnitsIsLargeEnoughForItsMapInALowWindow() {
    open("circles", Lens.WEIGHTS);
    for (double height : new double[] {240, 278, 328, 500}) {
      model.proportions().fit(new Box(0, 80, 940, height), Anatomy.height(Lens.WEIGHTS));
      assertThat(model.places().tile(node("dense_1"), 0).orElseThrow().height()).as("%.0f px", height).isBetween(22.0, 30.0);
    }
  }

  @Test
  void aWireOfAUnitInTheLeftColumnPassesBetweenTheTilesOfTheRightOne() {
    for (int units = 3; units <= Units.MAX_UNITS; units++) {
      UnitColumn column = new UnitColumn(units, 136, Math.max(150, units * UnitColumn.LEAST_STEP), true, Lens.WEIGHTS);
      for (int unit = 0; unit < units; unit++) {
        double wire = column.tile(unit).centerY();
        for (int other = 0; other < units; other++) {
          Box tile = column.tile(other);
          assertThat(other != unit && tile.y() < wire && wire < tile.bottom()).as("unit %d of %d behind %d", unit, units, other).isFalse();
        }
      }
    }
  }

  @Test
  void portsStayOnTheirLineWhenALayerOpens() {
    open("circles", Lens.STRUCTURE);
    double line = model.places().portY(node("dense_1"));
    open("circles", Lens.WEIGHTS);
    assertThat(model.places().portY(node("dense_1"))).isCloseTo(line, within(0.5));
    assertThat(model.places().portY(node("loss_1"))).isCloseTo(line, within(0.5));
  }

  @Test
  void openedNodesUseTheWidthOfTheWindowAndFitIt() {
    open("circles", Lens.WEIGHTS);
    assertThat(model.places().spread()).isGreaterThan(1.3);
    Box all = model.places().all();
    assertThat(all.width()).isLessThanOrEqualTo(WINDOW.width());
    assertThat(all.height()).isLessThanOrEqualTo(WINDOW.height());
  }

  @Test
  void aDraggedNodeKeepsToTheMouseWhereNodesAreSpread() {
    open("circles", Lens.WEIGHTS);
    Node dense = node("dense_2");
    Box before = model.places().box(dense);
    document.select(List.of(dense.id()));
    MoveNodes move = new MoveNodes(model, dense, Set.of(dense.id()), before.x(), before.y());
    double far = 4 * Anatomy.GRID * model.places().spread();
    move.move(before.x() + far, before.y());
    assertThat(model.places().box(dense).x()).isCloseTo(before.x() + far, within(1.0));
  }

  @Test
  void aWeightIsAsWideAsItIsLargeWithinBounds() {
    assertThat(UnitWires.width(0)).isEqualTo(0.6);
    assertThat(UnitWires.width(-1)).isEqualTo(1.9);
    assertThat(UnitWires.width(2)).isEqualTo(3.8);
    assertThat(UnitWires.width(-100)).isEqualTo(7);
    assertThat(UnitWires.widthOfGradient(1e-9)).isEqualTo(0.6);
    assertThat(UnitWires.widthOfGradient(-0.1)).isEqualTo(UnitWires.widthOfGradient(0.1)).isBetween(2.0, 4.0);
    assertThat(UnitWires.widthOfGradient(Double.NaN)).isEqualTo(7);
  }

  @Test
  void nodesOfAWideNetworkBecomeLowerRatherThanSmaller() {
    open("digits-cnn", Lens.GRADIENTS);
    model.proportions().fit(new Box(0, 80, 940, 278), Anatomy.height(Lens.GRADIENTS));
    assertThat(model.places().height()).isBetween(200.0, 240.0);
    model.fit();
    model.camera().setWindow(new Box(0, 80, 940, 278));
    model.fit();
    assertThat(model.camera().zoom()).isGreaterThanOrEqualTo(0.9);
  }
}
