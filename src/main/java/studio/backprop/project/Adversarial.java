package studio.backprop.project;

import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.backprop.data.DataSettings;
import studio.backprop.data.TableData;
import studio.backprop.data.Task;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.optim.Optimizer;

/**
 * Training of a generative adversarial network (GAN): each round updates the discriminator, then the generator. Goodfellow et al. 2014.
 *
 * @param data real examples, without their labels
 * @param table user's table, if {@code data} refers to it
 * @param discriminator optimizer of the discriminator; empty for that of the training settings
 */
public record Adversarial(DataSettings data, Optional<TableData> table, AdversarialSettings settings, Optional<Optimizer> discriminator)
    implements Assignment {
  public Adversarial(DataSettings data, Optional<TableData> table) {
    this(data, table, AdversarialSettings.STANDARD, Optional.empty());
  }

  @Override
  public Task task(Task ofData) {
    return Task.CLASSES;
  }

  @Override
  public int learners() {
    return 2;
  }

  @Override
  public boolean predicts() {
    return false;
  }

  @Override
  public boolean hasTargets() {
    return false;
  }

  @Override
  public boolean isAdversarial() {
    return true;
  }

  @Override
  public boolean acts() {
    return false;
  }

  @Override
  public Adversarial withData(DataSettings changed) {
    return new Adversarial(changed, table, settings, discriminator);
  }

  @Override
  public Adversarial withTable(TableData own) {
    return new Adversarial(data, Optional.of(own), settings, discriminator);
  }

  public Adversarial withSettings(UnaryOperator<AdversarialSettings> change) {
    return new Adversarial(data, table, change.apply(settings), discriminator);
  }

  /** A project with other GAN settings; the network's loss is adapted to the objective. */
  public Project changed(Project project, AdversarialSettings to) {
    Project now = project.withAssignment(before -> withSettings(old -> to));
    if (to.objective().loss() == settings.objective().loss()) {
      return now;
    }
    return now.withNetwork(network -> {
      Network compared = network;
      for (Node output : network.outputs()) {
        compared = compared.with(output.id(), node -> node.withLayer(Output.of(to.objective().loss())));
      }
      return compared;
    });
  }

  /** @param own optimizer of the discriminator; empty for that of the training settings */
  public Adversarial withDiscriminator(Optional<Optimizer> own) {
    return new Adversarial(data, table, settings, own);
  }

  @Override
  public Adversarial withLive(Assignment other) {
    return other instanceof Adversarial same ? withSettings(own -> own.withLive(same.settings)) : this;
  }

  @Override
  public Optimizer optimizer(Network network, int node, Optimizer usual) {
    boolean own = discriminator.isPresent()
        && AdversarialRoles.of(network).filter(roles -> roles.discriminator().contains(node)).isPresent();
    return own ? discriminator.get() : usual;
  }
}
