import 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css';
import './style.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app.tsx';
import { forgetPostcodeInAddress } from './layout/address-bar.ts';

forgetPostcodeInAddress();

const root = document.getElementById('root');
if (!root) throw new Error('index.html: wanted an element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
