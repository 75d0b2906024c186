// Serai's pages as a Module Federation container: React, PatternFly and the router are the console's own, so only our code is in it.
import path from 'node:path'
import { readFileSync } from 'node:fs'
import MiniCssExtractPlugin from 'mini-css-extract-plugin'
import webpack from 'webpack'

const manifest = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'))
const versions = { ...manifest.dependencies, ...manifest.devDependencies }

/** What the console brings along; a caret, so that the pages run on in a console that is a little newer. */
const borrowed = names => Object.fromEntries(
  names.map(name => [name, { singleton: true, import: false, requiredVersion: `^${versions[name]}` }]))

export default {
  entry: {},
  context: import.meta.dirname ?? path.resolve('.'),
  output: {
    path: process.env.SERAI_CONSOLE_OUT ?? path.resolve('dist'),
    publicPath: 'auto',
    uniqueName: 'serai',
    chunkFilename: 'serai.[contenthash:8].js',
    clean: true,
  },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', jsx: 'automatic' } },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
    ],
  },
  plugins: [
    new MiniCssExtractPlugin({ chunkFilename: 'serai.[contenthash:8].css' }),
    new webpack.container.ModuleFederationPlugin({
      name: 'serai',
      filename: 'remoteEntry.js',
      exposes: { './plugin': './src/plugin.ts' },
      shared: {
        '@hawtio/react': { singleton: true, import: false, requiredVersion: '^2.2.2' },
        ...borrowed(['react', 'react-dom', 'react-router-dom', '@patternfly/react-core', '@patternfly/react-table']),
      },
    }),
  ],
  performance: { maxAssetSize: 200_000, hints: 'error' },
  stats: 'errors-warnings',
}
