package undercurrent.model.optimized;

/**
 * How Q and R are trained.
 *
 * @param learningRate of Adam at the start
 * @param halvedEvery updates after which the learning rate is halved
 * @param batchSize series an update
 * @param gradientNorm to which a longer gradient is cut
 * @param validationShare of the series that are kept aside
 * @param validateEvery updates
 * @param patience validations in a row without a better one, after which there is an end
 * @param epochs rounds through the series, after which there is an end
 */
public record TrainingRecipe(
    double learningRate,
    int halvedEvery,
    int batchSize,
    double gradientNorm,
    double validationShare,
    int validateEvery,
    int patience,
    int epochs) {
  /** That of the authors; one round through 700 series brings most of the gain. */
  public static final TrainingRecipe USUAL = new TrainingRecipe(0.01, 150, 10, 1, 0.15, 10, 8, 1);

  public TrainingRecipe withEpochs(int count) {
    return new TrainingRecipe(
        learningRate,
        halvedEvery,
        batchSize,
        gradientNorm,
        validationShare,
        validateEvery,
        patience,
        count);
  }
}
