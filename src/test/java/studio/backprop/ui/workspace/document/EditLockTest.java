package studio.backprop.ui.workspace.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.text.Message;
import studio.backprop.ui.panels.Desk;

class EditLockTest {
  private final DocumentModel document = new DocumentModel();
  private Node first;
  private Node second;

  @BeforeEach
  void twoDenseLayers() {
    document.open(Desk.circles(), "circles", Optional.empty());
    first = document.network().named("dense_1").orElseThrow();
    second = document.network().named("dense_2").orElseThrow();
  }

  private boolean changes(UnaryOperator<Network> edit) {
    Network before = document.network();
    document.edit(Message.of("x"), edit);
    return !document.network().equals(before);
  }

  private static UnaryOperator<Network> changed(Node node) {
    return network -> network.with(node.id(), now -> now.withLayer(Dense.of(5, Activation.RELU)));
  }

  @Test
  void whatAStepNamesMayBeChangedAndNothingElse() {
    document.lock().set(EditLock.Scope.ALL, node -> node.name().equals("dense_1"));
    assertThat(changes(changed(second))).isFalse();
    assertThat(changes(network -> network.with(second.id(), node -> node.withName("other")))).isFalse();
    assertThat(changes(network -> network.remove(Set.of(second.id())))).isFalse();
    assertThat(changes(network -> network.add(Dense.of(3, Activation.TANH), 0, 0))).isFalse();
    assertThat(changes(network -> network.with(second.id(), node -> node.movedTo(3, 4))))
        .as("a place is nothing that it computes").isTrue();
    assertThat(changes(changed(first))).isTrue();
    document.lock().open();
    assertThat(changes(changed(second))).isTrue();
  }

  @Test
  void whereAllIsLockedNothingChanges() {
    document.lock().set(EditLock.Scope.NONE, node -> true);
    assertThat(changes(changed(first))).isFalse();
    assertThat(changes(network -> network.with(second.id(), node -> node.movedTo(3, 4)))).isFalse();
    assertThat(document.lock().refusalsProperty().get()).as("whoever asked for them is told").isEqualTo(2);
  }

  @Test
  void whereSettingsAloneMayBeChangedNodesAndWiresStay() {
    document.lock().set(EditLock.Scope.SETTINGS, node -> true);
    assertThat(changes(changed(first))).isTrue();
    assertThat(changes(network -> network.remove(Set.of(second.id())))).isFalse();
    assertThat(changes(network -> network.add(Dense.of(3, Activation.TANH), 0, 0))).isFalse();
    assertThat(changes(network -> network.unwire(network.wires().get(0).from(), network.wires().get(0).to()))).isFalse();
    assertThat(document.lock().refusalsProperty().get()).isEqualTo(3);
  }
}
