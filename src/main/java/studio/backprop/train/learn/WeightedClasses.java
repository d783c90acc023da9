package studio.backprop.train.learn;

import java.util.Arrays;
import studio.backprop.data.InverseFrequencies;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.op.ClassWeights;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;

/** Class weights of a project, inversely proportional to class frequencies of the training part. */
public final class WeightedClasses {
  private WeightedClasses() {}

  /** None unless configured and the labels are classes of the data. */
  public static ClassWeights of(Project project, PreparedData data) {
    if (project.training().balance() != ClassBalance.WEIGHTS || !project.assignment().hasTargets()) {
      return ClassWeights.NONE;
    }
    boolean oneHot = Evaluator.targetForm(project.network(), data) == TargetForm.ONE_HOT;
    return InverseFrequencies.of(data)
        .map(weights -> new ClassWeights(Arrays.stream(weights).boxed().toList(), oneHot))
        .orElse(ClassWeights.NONE);
  }
}
